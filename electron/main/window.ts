/** How a window of the reader is made: everything that can be shut is shut. */
import { app, BrowserWindow, screen } from 'electron';
import type { Log } from '../services/log/log.ts';
import { offerEditing } from './context-menu.ts';
import { pageAddress } from './own-page.ts';
import { watchPage } from './page-failure.ts';
import { watchView } from './view.ts';
import type { Texts } from './texts.ts';
import { fittingBounds, type KeptWindows, type WindowState } from './window-state.ts';
import { addReaderWindow, focusWindow, hasPage } from './windows.ts';

export interface WindowOptions {
  readonly preloadFile: string;
  /** The page's own background, so that nothing flashes before the first text. */
  readonly pageColour: string;
  /** Where its state is kept; undefined where it is to be forgotten. */
  readonly kept: KeptWindows | undefined;
  readonly log: Log | undefined;
  /** The words of its dialogs at the time they are needed. */
  readonly texts: () => Texts;
  /** Where it stands and what it shows; undefined for a first window. */
  readonly state: WindowState | undefined;
  /** What its page begins with, as it stands in its address: `?link=…`, `?book=…#/…`. */
  readonly begin: string;
}

/** Opens a window and loads the page. */
export function openReader(options: WindowOptions): void {
  const { preloadFile, pageColour, texts, begin, state, kept, log } = options;
  const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    title: 'Recto',
    ...(state === undefined ? { width: 1200, height: 800 } : fittingBounds(state, workAreas)),
    fullscreen: state?.isFullScreen ?? false,
    minWidth: 480,
    minHeight: 360,
    show: false,
    backgroundColor: pageColour,
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      devTools: !app.isPackaged,
    },
  });
  const place = addReaderWindow(window, state?.place ?? undefined);
  window.once('ready-to-show', () => {
    // Maximising shows the window, too.
    if (state?.isMaximized === true) window.maximize();
    window.show();
  });
  kept?.keep(window, place);
  watchPage(window, texts, log);
  watchView(window, state?.zoom ?? 100, () => kept?.saveSoon());
  offerEditing(window.webContents, texts);
  load(window, begin);
}

/** Loads the page; a failure is shown by watchPage, the promise says the same once more. */
function load(window: BrowserWindow, begin: string): void {
  window.loadURL(pageAddress + begin).catch((error: unknown) => console.error('recto:', error));
}

/** Gives the page in a window the address of a place, `recto://…`, to go to; one that is still loading begins there. */
export function showLink(window: BrowserWindow, link: string, tell: () => void): void {
  if (!hasPage(window.webContents)) load(window, beginWithLink(link));
  else tell();
  focusWindow(window);
}

/** How a page begins at the place of a link, or of a book. */
export function beginWithLink(link: string | undefined): string {
  return link === undefined ? '' : `?link=${encodeURIComponent(link)}`;
}

/** How a page begins in a book, at a chapter and a section or block of it. */
export function beginAt(bookId: string, chapterId?: string, targetId?: string): string {
  const hash = [chapterId, targetId].flatMap((id) => (id === undefined ? [] : [`/${encodeURIComponent(id)}`])).join('');
  return `?book=${encodeURIComponent(bookId)}${hash === '' ? '' : `#${hash}`}`;
}
