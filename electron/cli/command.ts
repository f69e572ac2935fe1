/** What every command of the command line is, and how it talks: results on stdout, everything else on stderr. */

/** 0: done. 1: done, and what was asked about is not in order. 2: the call itself was wrong. */
export const exitCodes = { ok: 0, failed: 1, usage: 2 } as const;

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  /** Runs with the words after the command's name; gives the exit status. */
  readonly run: (args: readonly string[], output: Output) => Promise<number>;
}

/** Where a command writes; lines come without their line end. */
export interface Output {
  readonly print: (line: string) => void;
  readonly tell: (line: string) => void;
  /** Rewrites one line on a terminal; does nothing elsewhere. */
  readonly progress: (line: string) => void;
}

/** The call was wrong; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads exactly these positional arguments. */
export function takePositionals<const N extends readonly string[]>(
  positionals: readonly string[],
  names: N,
): { [K in keyof N]: string } {
  const missing = names[positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing.`);
  const extra = positionals[names.length];
  if (extra !== undefined) throw new UsageError(`“${extra}” is one argument too many.`);
  return positionals as unknown as { [K in keyof N]: string };
}
