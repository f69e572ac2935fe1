import fc from 'fast-check';
import { markColors, markStates, markStyles, type Mark } from '../../../../core/marks/mark.ts';
import { someAnchor, someMark } from './some-marks.ts';

// Whole characters: SQLite keeps no half of a pair.
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });

/** Any mark that the store can hold. */
export const anyMark: fc.Arbitrary<Mark> = fc
  .record({
    id: fc.uuid({ version: 4 }),
    kind: fc.constantFrom('bookmark' as const, 'highlight' as const, 'note' as const),
    quote: text,
    body: text,
    label: fc.option(text),
    color: fc.option(fc.constantFrom(...markColors)),
    style: fc.option(fc.constantFrom(...markStyles)),
    state: fc.option(fc.constantFrom(...markStates)),
    tags: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 4 }),
    createdAt: fc.integer({ min: -1e12, max: 4e12 }),
    clock: fc.nat(4e12),
    deletedAt: fc.option(fc.nat(4e12)),
    wholeBook: fc.boolean(),
  })
  .map(({ quote, body, wholeBook, kind, ...rest }) =>
    someMark({
      ...rest,
      kind,
      body: kind === 'highlight' ? null : body,
      target: wholeBook ? 'book' : 'text',
      anchor: wholeBook ? null : { ...someAnchor, quote },
      modifiedAt: rest.createdAt + 5,
    }),
  );
