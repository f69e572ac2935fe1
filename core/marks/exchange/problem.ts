/** Why a file of marks cannot be taken. Nothing of such a file is. */
import type { z } from 'zod';

export const problemCodes = [
  /** More bytes than any file of marks has. what: how many are allowed */
  'too-large',
  /** Not UTF-8, not JSON, cut off. what: the parser's words */
  'unreadable',
  /** None of the formats. what: what it looks like, or nothing */
  'unknown-format',
  /** A format that is written for reading alone. what: its name */
  'not-complete',
  /** Written by a newer Recto. what: the version found */
  'newer',
  /** Of a format we know, but not as it should be. what: where and why */
  'wrong-shape',
  /** Two marks with one id. what: the id */
  'doubled',
  /** Marks of several books in one file that has one. what: the ids */
  'mixed-books',
  /** The marks are in another book than the one they are to come into. what: its id */
  'other-book',
  /** Words have to be looked for in the book, and it is not there. what: how many marks */
  'book-needed',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export interface FileProblem {
  readonly code: ProblemCode;
  readonly what: string;
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: FileProblem };

export function problem(code: ProblemCode, what: string): { ok: false; problem: FileProblem } {
  return { ok: false, problem: { code, what } };
}

/** The first of a schema's complaints, with the way to it: `marks[3].anchor.quote: …`. `root` stands before the way. */
export function shapeProblem(error: z.ZodError, root = ''): { ok: false; problem: FileProblem } {
  const [first] = error.issues;
  const steps = (first?.path ?? []).map((part) =>
    typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`,
  );
  const path = (root + steps.join('')).replace(/^\./, '');
  // What a stranger wrote as a key may be long.
  return problem('wrong-shape', `${path === '' ? 'the file' : path}: ${first?.message ?? ''}`.slice(0, 300));
}
