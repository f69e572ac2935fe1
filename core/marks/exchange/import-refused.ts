import type { Failure } from '../../contract/result.ts';
import { problemText } from './problem-text.ts';
import { problemCodes, type FileProblem } from './problem.ts';

/** The failure that says what is wrong with a file: as a sentence for logs, and as code and detail for words of any language. */
export function importRefused(problem: FileProblem): { ok: false; error: Failure } {
  const details = { what: problemText(problem), problem: problem.code, of: problem.what };
  return { ok: false, error: { code: 'import-refused', details } };
}

/** The problem in such a failure, undefined where it is another. */
export function problemIn({ code, details }: Failure): FileProblem | undefined {
  const problem = problemCodes.find((one) => one === details.problem);
  return code === 'import-refused' && problem ? { code: problem, what: details.of ?? '' } : undefined;
}
