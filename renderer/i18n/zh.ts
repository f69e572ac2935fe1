import type { Messages } from './messages.ts';
import { reading } from './zh/reading.ts';
import { blocks } from './zh/blocks.ts';
import { commands } from './zh/commands.ts';
import { settings } from './zh/settings.ts';
import { failures } from './zh/failures.ts';

export const zh: Messages = {
  skipToText: '跳到正文',
  toolbar: '工具栏',
  close: '关闭',
  dismiss: '知道了',
  tryAgain: '再试一次',
  ...reading,
  ...blocks,
  commands,
  ...settings,
  ...failures,
};
