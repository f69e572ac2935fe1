import type { Messages } from './messages.ts';
import { reading } from './en/reading.ts';
import { blocks } from './en/blocks.ts';
import { commands } from './en/commands.ts';
import { settings } from './en/settings.ts';
import { failures } from './en/failures.ts';

export const en: Messages = {
  skipToText: 'Skip to the text',
  toolbar: 'Toolbar',
  close: 'Close',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  ...reading,
  ...blocks,
  commands,
  ...settings,
  ...failures,
};
