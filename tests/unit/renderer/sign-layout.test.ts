import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessedHeight, nearSigns, stackSigns, type Sign } from '../../../renderer/features/marks/sign-layout.ts';
import { someMark } from '../core/marks/some-marks.ts';

const signAt = (top: number, body: string | null = null): Sign => ({
  mark: { ...someMark({ body }), placement: { kind: 'book' } },
  top,
});

describe('signs beside the text', () => {
  it('stand beside their places where there is room, and never over another', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: 24, max: 120 }))), (wanted) => {
        const sorted = wanted.toSorted(([a], [b]) => a - b);
        const signs = sorted.map(([top]) => signAt(top));
        const heights = new Map(signs.map((sign, at) => [sign, sorted[at]![1]]));
        const tops = stackSigns(signs, (sign) => heights.get(sign)!);
        for (const [at, top] of tops.entries()) {
          expect(top).toBeGreaterThanOrEqual(signs[at]!.top);
          if (at > 0) expect(top).toBeGreaterThanOrEqual(tops[at - 1]! + heights.get(signs[at - 1]!)!);
        }
      }),
    );
  });

  it('are all drawn where they are few', () => {
    const tops = Array.from({ length: 200 }, (_, at) => at * 1000);
    expect(nearSigns(tops, 0, 800)).toEqual([0, 200]);
  });

  it('of many are drawn where they are within some windows of what is seen', () => {
    const tops = Array.from({ length: 5000 }, (_, at) => at * 30);
    const [from, to] = nearSigns(tops, 60_000, 800);
    expect([tops[from], tops[to]]).toEqual([58_410, 62_430]);
    expect(nearSigns(tops, 0, 800)[0]).toBe(0);
    expect(nearSigns(tops, 1e6, 800)).toEqual([5000, 5000]);
  });

  it('are guessed as high as their words are long, until they are drawn', () => {
    expect(guessedHeight(signAt(0), 240)).toBe(24);
    expect(guessedHeight(signAt(0, 'a line\n'.repeat(40)), undefined)).toBe(24);
    const [short, long] = [guessedHeight(signAt(0, 'short'), 240), guessedHeight(signAt(0, 'long '.repeat(60)), 240)];
    expect(long).toBeGreaterThan(short);
    expect(long).toBeLessThan(130);
  });
});
