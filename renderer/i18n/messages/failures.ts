/** What went wrong and the way out, for every code of the contract. */
import type { FailureCode } from '../../../core/contract/result.ts';

/** What went wrong, naming the thing, and what the reader can do about it. */
export interface Explanation {
  readonly what: string;
  readonly wayOut: string;
}

export type Details = Readonly<Record<string, string>>;

export interface FailuresMessages {
  /** Settings and place are set aside for this time. */
  readonly safeMode: Explanation;
  readonly failures: Readonly<Record<FailureCode, (details: Details) => Explanation>>;
}
