/** Files as they come in, damaged in many ways: what is said of them in Chinese has no English in it but names of formats and of places. */
import { expect, test } from 'vitest';
import { problemIn, importRefused } from '../../../../core/marks/exchange/import-refused.ts';
import type { FileProblem } from '../../../../core/marks/exchange/problem.ts';
import { readMarks } from '../../../../core/marks/exchange/read-marks.ts';
import { fileDetailZh } from '../../../../core/words/file-detail.ts';
import { importProblem } from '../../../../renderer/i18n/import-problems.ts';

const mark = { type: 'Annotation', id: 'urn:a', target: { source: 'x' } };
const set = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationSet', id: 'urn:s', items: [mark] };
const own = (patch: object) => JSON.stringify({ format: 'recto-marks', version: 1, ...patch });

const files: readonly string[] = [
  '',
  '---\nbook: x\n---\n',
  '[1, 2]',
  '{"a": 1}',
  '{"annotations": 1}',
  '{"annotations": [',
  '{"annotations": [}',
  '{"annotations": "a',
  `{"a":${'['.repeat(3000)}`,
  'no file of marks',
  '<!doctype html><title>x</title>',
  '"id","book"\r\n"a","b"\r\n',
  '"id","book"\r\n"a',
  own({}),
  own({ marks: {} }),
  own({ marks: [{}], exportedAt: 'x' }),
  JSON.stringify({ ...set, items: {} }),
  JSON.stringify({ ...set, items: [{}] }),
  JSON.stringify({ ...set, items: [{ ...mark, id: 7 }] }),
  JSON.stringify({ rows: 'x' }),
  JSON.stringify({ rows: [{ id: 1 }] }),
];

function problemOf(text: string): FileProblem {
  const read = readMarks(text);
  if (read.ok) throw new Error(`${text.slice(0, 80)} was read.`);
  return read.problem;
}

test.each(files)('a file that begins with %j is refused in Chinese without a word of English', (text) => {
  const sentence = importProblem('zh', problemOf(text));
  const plain = sentence.replace(/Recto|\.annotation|HTML|JSON|CSV|Markdown|[\w@[\].]+(?=处，)|“[^“”]*”|"[^"]*"/g, '');
  expect(plain).not.toMatch(/[a-z]/i);
  expect(sentence).toMatch(/什么都没有改动。$/);
});

test('the place in the file is named, and what should be there', () => {
  expect(fileDetailZh('marks[3].anchor.quote: Invalid input: expected string, received number')).toBe(
    'marks[3].anchor.quote处，应为文字，实为数',
  );
  expect(fileDetailZh('row 7: the file: Invalid input: expected string, received undefined')).toBe('第7行，缺少这一项');
});

test('what nobody has put into Chinese stays as it is', () => {
  expect(fileDetailZh('some new complaint: of a parser')).toBe('some new complaint: of a parser');
});

test('a problem comes through a failure unchanged', () => {
  const problem = problemOf('{"a": 1}');
  expect(problemIn(importRefused(problem).error)).toEqual(problem);
  expect(problemIn({ code: 'not-found', details: {} })).toBeUndefined();
});
