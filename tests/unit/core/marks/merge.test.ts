import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalOf } from '../../../../core/marks/merge.ts';
import type { Mark } from '../../../../core/marks/mark.ts';
import { someMark } from './some-marks.ts';

describe('a mark from a file', () => {
  it.each([
    ['new', someMark(), undefined, undefined],
    ['same', someMark({ clock: 5, modifiedAt: 5 }), someMark(), undefined],
    ['newer', someMark({ clock: 2000, body: 'later' }), someMark(), undefined],
    ['older', someMark({ clock: 500, body: 'earlier' }), someMark(), undefined],
    ['older', someMark({ clock: 500 }), someMark({ deletedAt: 1, clock: 900 }), undefined],
    ['erased', someMark(), undefined, 1000],
    ['new', someMark({ clock: 1001 }), undefined, 1000],
  ] as const)('is %s', (arrival, arriving, here, erasedAt) => {
    expect(arrivalOf(arriving, here, erasedAt)).toBe(arrival);
  });

  it('wins by the order of changes, not by the hour of the day', () => {
    const set50YearsAhead = someMark({ body: 'first', modifiedAt: 3e12, clock: 3e12 });
    const setBackAgain = someMark({ body: 'then', modifiedAt: 1e12, clock: 3e12 + 1 });
    expect(arrivalOf(setBackAgain, set50YearsAhead, undefined)).toBe('newer');
    expect(arrivalOf(set50YearsAhead, setBackAgain, undefined)).toBe('older');
  });

  it('leaves the same marks, whichever file is read first', () => {
    const version = fc.record({
      clock: fc.integer({ min: 1, max: 4 }),
      body: fc.constantFrom('a', 'b', null),
      deletedAt: fc.constantFrom(null, 7),
    });
    const take = (here: Mark | undefined, arriving: Mark): Mark => {
      const arrival = arrivalOf(arriving, here, undefined);
      if (arrival === 'same') return { ...here!, clock: Math.max(here!.clock, arriving.clock) };
      return here === undefined || arrival === 'newer' ? arriving : here;
    };
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 5 }), fc.nat(), (versions, turn) => {
        const marks = versions.map((changes) => someMark(changes));
        const other = marks.map((_, at) => marks[(at + turn) % marks.length]!).reverse();
        const [one, two] = [marks, other].map((list) => list.reduce<Mark | undefined>(take, undefined)!);
        expect([one?.body, one?.deletedAt === null]).toEqual([two?.body, two?.deletedAt === null]);
      }),
    );
  });
});
