/** External addresses: shown in full before anything is opened. The only call of `shell.openExternal`. */
import { clipboard, dialog, shell, type BrowserWindow, type MessageBoxOptions } from 'electron';
import type { Response } from '../../core/contract/channels.ts';
import type { Texts } from './texts.ts';

type Outcome = Response<'link:open'>['outcome'];

const choices = ['opened', 'copied', 'declined'] as const satisfies readonly Outcome[];

/** One question at a time: a page cannot bury the reader under dialogs. */
let isAsking = false;

/**
 * Asks the reader about an address that has been checked and normalised (host in Punycode), and does what is chosen.
 * Declined without a question while another one is open.
 */
export async function confirmLink(address: string, window: BrowserWindow | undefined, texts: Texts): Promise<Outcome> {
  if (isAsking) return 'declined';
  isAsking = true;
  try {
    const outcome = choices[await ask(window, question(address, texts))] ?? 'declined';
    if (outcome === 'opened') await shell.openExternal(address);
    if (outcome === 'copied') await clipboard.writeText(address);
    return outcome;
  } finally {
    isAsking = false;
  }
}

function question(address: string, texts: Texts): MessageBoxOptions {
  return {
    type: 'question',
    message: texts.linkQuestion,
    detail: address,
    buttons: [texts.linkOpen, texts.linkCopy, texts.cancel],
    // Cancel is what Enter and Escape do: someone who presses Enter twice on a link, or goes on typing when the dialog
    // comes up, must not have opened an address unread. It was written by the book's author, not by the reader.
    defaultId: choices.indexOf('declined'),
    cancelId: choices.indexOf('declined'),
    noLink: true,
    normalizeAccessKeys: true,
  };
}

async function ask(window: BrowserWindow | undefined, options: MessageBoxOptions): Promise<number> {
  const answer = await (window === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options));
  return answer.response;
}
