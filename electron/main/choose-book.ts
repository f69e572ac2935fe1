/** The dialogs in which a reader picks a book, or the folder of notes: only what is picked there is read or written. */
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { ServicesOptions } from '../services/host-services.ts';
import type { Texts } from './texts.ts';

/** `window` and `texts` are asked at the time of use. */
export function createChooseBook(
  window: () => BrowserWindow | undefined,
  texts: () => Texts,
): NonNullable<ServicesOptions['chooseSource']> {
  return oneAtATime(window, (what: 'folder' | 'zip') => question(what, texts()));
}

/** The same for the folder of notes, which may be made in the dialog. */
export function createChooseFolder(
  window: () => BrowserWindow | undefined,
  texts: () => Texts,
): NonNullable<ServicesOptions['chooseFolder']> {
  return oneAtATime(window, () => ({
    title: texts().notesFolder,
    buttonLabel: texts().keepNotesHere,
    properties: ['openDirectory', 'createDirectory'],
  }));
}

/** One dialog at a time: a page cannot bury the reader under them. */
function oneAtATime<A extends readonly unknown[]>(
  window: () => BrowserWindow | undefined,
  options: (...args: A) => OpenDialogOptions,
): (...args: A) => Promise<{ readonly path: string } | 'declined'> {
  let isAsking = false;
  return async (...args) => {
    if (isAsking) return 'declined';
    isAsking = true;
    try {
      const path = await ask(window(), options(...args));
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
