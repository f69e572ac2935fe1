/** The dialogs in which a reader picks a book: only what is picked there is ever read. */
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { ServicesOptions } from '../services/host-services.ts';
import type { Texts } from './texts.ts';

/** `window` and `texts` are asked at the time of use. */
export function createChooseBook(
  window: () => BrowserWindow | undefined,
  texts: () => Texts,
): NonNullable<ServicesOptions['chooseSource']> {
  /** One dialog at a time: a page cannot bury the reader under them. */
  let isAsking = false;
  return async (what) => {
    if (isAsking) return 'declined';
    isAsking = true;
    try {
      const path = await ask(window(), question(what, texts()));
      return path === undefined ? 'declined' : { path };
    } finally {
      isAsking = false;
    }
  };
}

function question(what: 'folder' | 'zip', texts: Texts): OpenDialogOptions {
  return what === 'folder'
    ? { title: texts.openFolder, buttonLabel: texts.openBook, properties: ['openDirectory'] }
    : {
        title: texts.openZip,
        buttonLabel: texts.openBook,
        properties: ['openFile'],
        filters: [{ name: texts.zipFile, extensions: ['zip'] }],
      };
}

async function ask(window: BrowserWindow | undefined, options: OpenDialogOptions): Promise<string | undefined> {
  const answer = await (window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return answer.canceled ? undefined : answer.filePaths[0];
}
