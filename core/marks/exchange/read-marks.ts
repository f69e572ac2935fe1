/** Reads a file of marks, whatever its format: what it is is told from its content, not from its name. */
import { isCsv, readCsv } from './csv.ts';
import { isHtml, readHtml } from './html.ts';
import { readHypothesis } from './hypothesis.ts';
import { marksFormat, readMarksJson, type MarksFile, type ReadMarks } from './marks-file.ts';
import { parseJson } from './parse-json.ts';
import { problem, type Read } from './problem.ts';
import { readAnnotations } from './read-annotation.ts';

/** Fails with any of the problems but too-large. */
export function readMarks(text: string): Read<ReadMarks> {
  if (isHtml(text)) return complete(readHtml(text));
  if (isCsv(text)) return complete(readCsv(text));
  if (text.startsWith('---\n')) return problem('not-complete', 'Markdown');
  if (text.trim() === '') return problem('unreadable', 'the file is empty');
  const json = parseJson(text);
  if (!json.ok) return json;
  return readJson(json.value);
}

function readJson(value: unknown): Read<ReadMarks> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return problem('unknown-format', 'JSON that is not an object');
  }
  if ('format' in value && value.format === marksFormat) return complete(readMarksJson(value));
  if ('type' in value && value.type === 'AnnotationSet') return readAnnotations(value);
  if (!('annotations' in value) && !('rows' in value)) return problem('unknown-format', 'JSON of another kind');
  return readHypothesis(value);
}

function complete(file: Read<MarksFile>): Read<ReadMarks> {
  if (!file.ok) return file;
  const { book, marks } = file.value;
  return { ok: true, value: { book, marks, foreign: [], passedOver: [] } };
}
