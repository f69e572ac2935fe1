/** What goes wrong with marks, as sentences for a terminal. */
import type { Failure } from '../../../core/contract/result.ts';
import type { FileProblem } from '../../../core/marks/exchange/problem.ts';
import { problemText } from '../../../core/marks/exchange/problem-text.ts';
import { isSqliteError } from '../../services/store/sqlite.ts';

/** A command cannot do what it was asked for, and has changed nothing, unless the message says so. */
export class MarksFailure extends Error {
  override readonly name = 'MarksFailure';
  readonly code: string;
  readonly what: string;

  constructor(code: string, what: string, message: string) {
    super(message);
    this.code = code;
    this.what = what;
  }

  /** The failure that an error is: ours, the database's, or the system's about a file. Undefined for a mistake of the program. */
  static of(error: unknown): MarksFailure | undefined {
    if (error instanceof MarksFailure) return error;
    if (isSqliteError(error)) {
      return new MarksFailure('store-unavailable', error.message, `The data cannot be written: ${error.message}.`);
    }
    if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
    return new MarksFailure('file-not-usable', error.message, `The file cannot be used: ${error.message}`);
  }
}

export function problemFailure(file: string, problem: FileProblem): MarksFailure {
  const { code, what } = problem;
  return new MarksFailure(code, what, `${file}: ${problemText(problem)}. Nothing was changed.`);
}

export function storeFailure({ code, details }: Failure): MarksFailure {
  const what = Object.values(details).join(', ');
  const sentences: Readonly<Record<string, string>> = {
    'mark-conflict': `The mark ${what} is one of another book here. Nothing was changed.`,
    'store-unavailable': `The data folder cannot be written now: ${what}.`,
    'store-damaged': `The data is not in order: ${what}. It was left as it is. Open Recto: it sets a damaged file aside and goes on with the newest sound snapshot.`,
    'store-newer': `The data was written by a newer Recto: ${what}. Update Recto.`,
  };
  return new MarksFailure(code, what, sentences[code] ?? `${code}: ${what}`);
}
