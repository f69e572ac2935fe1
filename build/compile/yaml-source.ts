/** YAML files of a book: read with a schema, and every problem with its place. */
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Problem, ProblemCode } from '../../core/book/report.ts';
import { say, type Sentence } from '../../core/book/sentences/say.ts';

export type YamlPath = readonly PropertyKey[];

/** A YAML text that fits its schema. */
export interface YamlSource<T> {
  readonly value: T;
  /** An error at the place of `path` in the document, or of the nearest thing above it. */
  readonly problem: (path: YamlPath, message: Sentence, code?: ProblemCode) => Problem;
  /** 1-based line of the thing at `path`; undefined where there is none. */
  readonly lineOf: (path: YamlPath) => number | undefined;
}

export type YamlResult<T> =
  { readonly ok: true; readonly source: YamlSource<T> } | { readonly ok: false; readonly problems: readonly Problem[] };

export interface YamlOptions<T> {
  /** The file that problems name. */
  readonly file: string;
  readonly schema: z.ZodType<T>;
  /** What is wrong where the text does not fit. */
  readonly code: ProblemCode;
  /** Lines of the file before `text`. */
  readonly linesBefore?: number;
}

export function readYaml<T>(text: string, { file, schema, code, linesBefore = 0 }: YamlOptions<T>): YamlResult<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const positionOf = (offset: number | undefined): { line?: number; column?: number } => {
    const place = offset === undefined ? undefined : lines.linePos(offset);
    return place === undefined ? {} : { line: place.line + linesBefore, column: place.col };
  };
  const at = (offset: number | undefined, message: Sentence, problemCode = code): Problem => {
    return { severity: 'error', code: problemCode, file, ...positionOf(offset), message };
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) =>
      at(pos[0], say('yaml-invalid', { reason: message.split(' at line ', 1)[0] ?? message })),
    );
    return { ok: false, problems };
  }
  const parsed = schema.safeParse(toPlainValue(document));
  if (!parsed.success) {
    const problems = parsed.error.issues
      .flatMap(flattenIssue)
      .map(({ path, message }) =>
        at(offsetOf(document, path), say('yaml-value', { place: nameOf(file, path), reason: message })),
      );
    return { ok: false, problems };
  }
  return {
    ok: true,
    source: {
      value: parsed.data,
      problem: (path, message, problemCode) => at(offsetOf(document, path), message, problemCode),
      lineOf: (path) => positionOf(offsetOf(document, path)).line,
    },
  };
}

/** Aliases are bounded, so that a few lines cannot grow into gigabytes; a document that goes beyond is nothing. */
function toPlainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

interface Issue {
  readonly path: YamlPath;
  readonly message: string;
}

/** A union complains about every branch; the branch that got furthest is the one that was meant. */
function flattenIssue(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((errors) =>
    errors.flatMap(flattenIssue).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  return branches.reduce((best, branch) => (branch.length < best.length ? branch : best));
}

function offsetOf(document: Document, path: YamlPath): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

function nameOf(file: string, path: YamlPath): string {
  return path.length === 0 ? file : path.map(String).join('.');
}
