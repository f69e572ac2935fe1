import { describe, expect, it } from 'vitest';
import { fileMark } from '../../../../../core/marks/exchange/marks-file.ts';
import { namesFromIds } from '../../../../../core/marks/exchange/place-names.ts';
import type { ProblemCode } from '../../../../../core/marks/exchange/problem.ts';
import { readMarks } from '../../../../../core/marks/exchange/read-marks.ts';
import { writeMarks } from '../../../../../core/marks/exchange/write-marks.ts';
import { someAnchor, someMark } from '../some-marks.ts';

const mark = fileMark(someMark());
const file = { book: { id: 'cncc', edition: '1', title: {} }, exportedAt: 0, marks: [mark] };
const names = namesFromIds(file.book);
const json = { format: 'recto-marks', version: 1, exportedAt: '2026-01-01T00:00:00Z', book: file.book, marks: [mark] };

const withMark = (changes: object): string => JSON.stringify({ ...json, marks: [{ ...mark, ...changes }] });
const [html, csv, annotation] = (['html', 'csv', 'annotation'] as const).map((format) =>
  writeMarks(format, file, names),
);

function problemOf(text: string): { code: ProblemCode; what: string } | undefined {
  const read = readMarks(text);
  return read.ok ? undefined : read.problem;
}

describe('a hostile file of marks', () => {
  it('would be read, were it in order', () => {
    expect([JSON.stringify(json), html!, csv!, annotation!].map(problemOf)).toEqual(Array(4).fill(undefined));
  });

  it.each<[string, string, ProblemCode, string]>([
    ['nothing', '', 'unreadable', 'empty'],
    ['cut off JSON', JSON.stringify(json).slice(0, -20), 'unreadable', ''],
    ['cut off HTML', html!.slice(0, -120), 'unreadable', ''],
    ['cut off CSV', csv!.slice(0, -20), 'unreadable', ''],
    ['cut off annotations', annotation!.slice(0, -20), 'unreadable', ''],
    ['a list', '[]', 'unknown-format', ''],
    ['another JSON', '{"a":1}', 'unknown-format', ''],
    ['another page', '<!doctype html><p>x', 'unknown-format', ''],
    ['Markdown', writeMarks('markdown', file, names), 'not-complete', 'Markdown'],
    ['a table for people', '"id","book"\r\n"1","x"\r\n', 'not-complete', 'recto'],
    ['a newer version', JSON.stringify({ ...json, version: 2, more: true }), 'newer', '2'],
    ['a stranger key', JSON.stringify({ ...json, more: 1 }), 'wrong-shape', 'more'],
    ['__proto__', `{"__proto__":{"x":1},${JSON.stringify(json).slice(1)}`, 'wrong-shape', '__proto__'],
    ['__proto__ in a mark', withMark({}).replace('"kind"', '"__proto__":{"x":1},"kind"'), 'wrong-shape', 'marks[0]'],
    [
      'a book id that is a path',
      JSON.stringify({ ...json, book: { ...file.book, id: '../x' } }),
      'wrong-shape',
      'book.id',
    ],
    ['marks that are no list', JSON.stringify({ ...json, marks: { length: 1 } }), 'wrong-shape', 'marks'],
    ['a wrong type', withMark({ body: ['x'] }), 'wrong-shape', 'marks[0].body'],
    ['an unknown kind', withMark({ kind: 'constructor' }), 'wrong-shape', 'marks[0].kind'],
    ['a clock beyond counting', withMark({ clock: Number.MAX_SAFE_INTEGER }), 'wrong-shape', 'marks[0].clock'],
    ['a time that is none', withMark({ createdAt: 1e300 }), 'wrong-shape', 'marks[0].createdAt'],
    ['an id that is none', withMark({ id: '1' }), 'wrong-shape', 'marks[0].id'],
    ['a mark without its place', withMark({ anchor: null }), 'wrong-shape', 'marks[0]'],
    ['a place on the whole book', withMark({ target: 'book' }), 'wrong-shape', 'marks[0]'],
    ['an empty quote', withMark({ anchor: { ...someAnchor, quote: '' } }), 'wrong-shape', 'marks[0].anchor.quote'],
    ['a note that is a book', withMark({ body: 'x'.repeat(100_001) }), 'wrong-shape', 'marks[0].body'],
    ['two marks of one id', JSON.stringify({ ...json, marks: [mark, mark] }), 'doubled', mark.id],
    ['the same in CSV', `${csv!}${csv!.slice(csv!.indexOf('\n') + 1)}`, 'doubled', mark.id],
    [
      'the same in annotations',
      annotation!.replace(/"items": \[([\s\S]*)\n \],/, '"items": [$1,$1],'),
      'doubled',
      mark.id,
    ],
    [
      'several books',
      csv! + csv!.slice(csv!.indexOf('\n') + 1).replaceAll('cncc', 'other'),
      'mixed-books',
      'cncc, other',
    ],
    ['Hypothesis with a wrong type', '{"annotations":[{"id":1}]}', 'wrong-shape', 'annotations'],
  ])('is told by what is wrong with it: %s', (_, text, code, what) => {
    const found = problemOf(text);
    expect(found?.code).toBe(code);
    expect(found?.what).toContain(what);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('of 50 MB does not take long', () => {
    const large = withMark({ body: 'x'.repeat(50_000_000) });
    expect(problemOf(large)).toMatchObject({
      code: 'wrong-shape',
      what: expect.stringContaining('marks[0].body') as string,
    });
    for (const text of ['['.repeat(5e7), '{"a":'.repeat(1e7), '"'.repeat(5e7 + 1), `id,book,recto${','.repeat(5e7)}`]) {
      expect(problemOf(text)?.code).toBe('unreadable');
    }
    expect(problemOf(`id,book,recto${'\n'.repeat(5e7)}`)?.code).toBe('wrong-shape');
  });
});
