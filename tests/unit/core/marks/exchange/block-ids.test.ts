import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockIdsOf } from '../../../../../core/marks/exchange/block-ids.ts';

/** UUIDs as programs make them that count, or that begin with the time: many of them begin alike. */
const idsThatBeginAlike = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('01938f2ab7c4', '01938f2ab7c5', '000000000000'), fc.nat({ max: 5000 }))
    .map(([begin, end]) => `${begin.slice(0, 8)}-${begin.slice(8)}-7000-8000-${end.toString(16).padStart(12, '0')}`),
  { maxLength: 40 },
);

describe('names of entries', () => {
  it('are twelve digits where no earlier mark begins alike, and the whole id where one does', () => {
    const a = '01938f2a-b7c4-7000-8000-000000000001';
    const b = '01938f2a-b7c4-7000-8000-000000000002';
    const blockId = blockIdsOf([a, b]);
    expect([blockId(a), blockId(b)]).toEqual(['n-01938f2ab7c4', 'n-01938f2ab7c470008000000000000002']);
  });

  it('are no two the same, and stay when marks are made later', () => {
    fc.assert(
      fc.property(idsThatBeginAlike, fc.nat(), (ids, cut) => {
        const before = ids.slice(0, cut % (ids.length + 1));
        const [earlier, later] = [blockIdsOf(before), blockIdsOf(ids)];
        expect(new Set(ids.map(later)).size).toBe(ids.length);
        expect(before.map(later)).toEqual(before.map(earlier));
        for (const id of ids) expect(later(id)).toMatch(/^n-(?:[0-9a-f]{12}|[0-9a-f]{32})$/);
      }),
    );
  });
});
