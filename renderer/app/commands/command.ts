import type { Messages } from '../../i18n/messages.ts';

/** What a command is about, in the order of the sheet of keys. */
export const commandAreas = ['moving', 'reading', 'blocks', 'marks', 'search', 'program'] as const;
export type CommandArea = (typeof commandAreas)[number];

/** Something that a reader can do by name. */
export interface Command<Id extends string = string> {
  readonly id: Id;
  readonly labelKey: keyof Messages['commands'];
  /** The keys it comes with: alternatives, see core/keys/shortcut.ts. Which hold now says keysNow (../keys.ts). */
  readonly shortcuts: readonly string[];
  /** The host that it is there in; undefined: in both. */
  readonly onlyIn?: 'electron';
  /** Whether holding its keys down runs it again and again. */
  readonly repeats?: true;
  readonly isAvailable: () => boolean;
  readonly run: () => void;
}

export const always = (): boolean => true;
