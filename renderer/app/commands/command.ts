import type { Messages } from '../../i18n/messages.ts';

/** Something that a reader can do by name. */
export interface Command<Id extends string = string> {
  readonly id: Id;
  readonly labelKey: keyof Messages['commands'];
  /** Alternatives, see ../shortcut.ts. */
  readonly shortcuts: readonly string[];
  /** Whether holding its keys down runs it again and again. */
  readonly repeats?: true;
  readonly isAvailable: () => boolean;
  readonly run: () => void;
}

export const always = (): boolean => true;
