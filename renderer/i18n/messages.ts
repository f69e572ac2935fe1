/** Every sentence of the interface that is there from the first screen on: a dictionary that lacks one does not compile. */
import type { ReadingMessages } from './messages/reading.ts';
import type { BlocksMessages } from './messages/blocks.ts';
import type { CommandsMessages } from './messages/commands.ts';
import type { SettingsMessages } from './messages/settings.ts';
import type { FailuresMessages } from './messages/failures.ts';

export interface Messages extends ReadingMessages, BlocksMessages, SettingsMessages, FailuresMessages {
  readonly skipToText: string;
  readonly toolbar: string;
  readonly close: string;
  readonly dismiss: string;
  readonly tryAgain: string;
  readonly commands: CommandsMessages;
}
