import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestRun } from '../../../../core/anchor/longest-run.ts';

it('gives the longest text that stands in both', () => {
  expect(longestRun('the quote of a report', 'a quote of the report')).toBe(' quote of ');
  expect(longestRun('abc', 'xyz')).toBe('');
  expect(longestRun('', 'a')).toBe('');
});

it('finds what trying all runs finds', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '机'), maxLength: 20 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      let length = 0;
      for (let from = 0; from < one.length; from += 1)
        for (let to = from + 1; to <= one.length; to += 1)
          if (other.includes(one.slice(from, to))) length = Math.max(length, to - from);
      const run = longestRun(one, other);
      expect(run.length).toBe(length);
      expect(one.includes(run) && other.includes(run)).toBe(true);
    }),
  );
});
