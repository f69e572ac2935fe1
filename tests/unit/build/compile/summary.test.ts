import { describe, expect, it } from 'vitest';
import { parseSummary, type SummaryEntry } from '../../../../build/compile/summary.ts';

function sketch(entries: readonly SummaryEntry[], indent = ''): string[] {
  return entries.flatMap(({ title, href, line, children }) => [
    `${indent}${String(line)} ${title} -> ${href ?? '-'}`,
    ...sketch(children, `${indent}  `),
  ]);
}

describe('parseSummary', () => {
  it('reads nested lists, group titles and their lines', () => {
    const markdown =
      '# Summary\n\n* [One](./a.md)\n* [Group]()\n    * [Two](b.md)\n        * [Three](c%20d.md)\n\n* [Four](e.md#part)\n* Plain\n';
    expect(sketch(parseSummary(markdown))).toEqual([
      '3 One -> ./a.md',
      '4 Group -> -',
      '  5 Two -> b.md',
      '    6 Three -> c d.md',
      '8 Four -> e.md#part',
      '9 Plain -> -',
    ]);
  });

  it('takes headings for parts and a rule for their end', () => {
    const markdown = '# Summary\n\n- [Intro](i.md)\n\n## Part *one*\n\n- [A](a.md)\n\n---\n\n- [End](z.md)\n';
    expect(sketch(parseSummary(markdown))).toEqual([
      '3 Intro -> i.md',
      '5 Part one -> -',
      '  7 A -> a.md',
      '11 End -> z.md',
    ]);
  });

  it('gives titles as a reader sees them', () => {
    expect(parseSummary('* [A & B `<x>` **c**](a.md)\r\n')[0]?.title).toBe('A & B <x> c');
  });

  it('finds nothing in a file without lists', () => {
    expect(parseSummary('\uFEFF# Summary\n\nText.\n')).toEqual([]);
  });
});
