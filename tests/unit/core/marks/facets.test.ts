import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { binKeptMs, daysLeftInBin } from '../../../../core/marks/bin.ts';
import { edgeOfDay, startOfSpan } from '../../../../core/marks/days.ts';
import { countFacets } from '../../../../core/marks/facets.ts';
import { markColors, markKinds, markStates, type Mark } from '../../../../core/marks/mark.ts';
import { filterMarks, type MarkFilter } from '../../../../core/marks/select.ts';
import { someAnchor, someMark } from './some-marks.ts';

const someMarks = fc.array(
  fc.record({
    kind: fc.constantFrom(...markKinds),
    color: fc.constantFrom(...markColors, null),
    state: fc.constantFrom(...markStates, null),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    anchor: fc.constantFrom(null, someAnchor, { ...someAnchor, chapterId: 'other', lang: 'en' }),
    createdAt: fc.integer({ min: 0, max: 9 }),
    body: fc.constantFrom(null, 'enclave', 'key'),
  }),
  { maxLength: 30 },
);

const someFilter: fc.Arbitrary<MarkFilter> = fc.record(
  {
    kinds: fc.subarray([...markKinds]),
    colors: fc.subarray([...markColors]),
    states: fc.subarray([...markStates]),
    tags: fc.subarray(['a', 'b', 'c']),
    chapterIds: fc.subarray(['intel-sgx', 'other']),
    langs: fc.subarray(['zh', 'en']),
    from: fc.integer({ min: 0, max: 9 }),
    to: fc.integer({ min: 0, max: 9 }),
    text: fc.constantFrom('', 'enclave', 'key enclave'),
  },
  { requiredKeys: [] },
);

describe('counts of facets', () => {
  it('say how many marks choosing a value alone in its facet shows', () => {
    fc.assert(
      fc.property(someMarks, someFilter, (contents, filter) => {
        const marks: Mark[] = contents.map((content, at) => someMark({ ...content, sequence: at }));
        const counts = countFacets(marks, filter);
        const shows = (patch: MarkFilter): number => filterMarks(marks, { ...filter, ...patch }).length;
        for (const kind of markKinds) expect(counts.kinds.get(kind) ?? 0).toBe(shows({ kinds: [kind] }));
        for (const color of markColors) expect(counts.colors.get(color) ?? 0).toBe(shows({ colors: [color] }));
        for (const state of markStates) expect(counts.states.get(state) ?? 0).toBe(shows({ states: [state] }));
        for (const id of ['intel-sgx', 'other']) expect(counts.chapters.get(id) ?? 0).toBe(shows({ chapterIds: [id] }));
        for (const lang of ['zh', 'en']) expect(counts.langs.get(lang) ?? 0).toBe(shows({ langs: [lang] }));
        for (const tag of ['a', 'b', 'c'])
          expect(counts.tags.get(tag) ?? 0).toBe(shows({ tags: [...(filter.tags ?? []), tag] }));
      }),
    );
  });
});

describe('the bin', () => {
  it('says how many days are left, begun ones counted', () => {
    const day = 24 * 3600 * 1000;
    expect(daysLeftInBin(0, 0)).toBe(30);
    expect(daysLeftInBin(0, 1)).toBe(30);
    expect(daysLeftInBin(0, day + 1)).toBe(29);
    expect(daysLeftInBin(0, binKeptMs - 1)).toBe(1);
    expect(daysLeftInBin(0, binKeptMs)).toBe(0);
    expect(daysLeftInBin(0, 50 * 365 * day)).toBe(0);
    // A clock that was set back.
    expect(daysLeftInBin(5 * day, 0)).toBe(30);
  });
});

describe('spans of days', () => {
  it('begin at midnight of the reader', () => {
    const noon = new Date(2026, 10, 27, 12);
    expect(startOfSpan('today', noon)).toBe(new Date(2026, 10, 27).getTime());
    expect(startOfSpan('week', noon)).toBe(new Date(2026, 10, 21).getTime());
    expect(startOfSpan('month', noon)).toBe(new Date(2026, 9, 29).getTime());
  });

  it('have days with both ends in them, and nothing that is no day', () => {
    expect(edgeOfDay('2026-11-27', 'first')).toBe(new Date(2026, 10, 27).getTime());
    expect(edgeOfDay('2026-12-31', 'last')).toBe(new Date(2027, 0, 1).getTime() - 1);
    expect(edgeOfDay('', 'first')).toBeUndefined();
  });
});
