/** The reader's one window. */
import { app, BrowserWindow, type WebContents } from 'electron';
import { pageAddress } from './own-page.ts';
import { watchPage } from './page-failure.ts';
import type { Texts } from './texts.ts';

let open: BrowserWindow | undefined;

/** The window, while there is one. */
export function readerWindow(): BrowserWindow | undefined {
  return open;
}

/** The page of the window, while there is one. */
export function readerContents(): WebContents | undefined {
  return open?.webContents;
}

/**
 * Opens the window and loads the page. `pageColour` is the page's own background, so that nothing flashes before the
 * first text; `texts` gives the words of its dialogs at the time they are needed.
 */
export function openReader(preloadFile: string, pageColour: string, texts: () => Texts): void {
  const window = new BrowserWindow({
    title: 'Recto',
    width: 1200,
    height: 800,
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
  open = window;
  window.once('ready-to-show', () => window.show());
  window.on('closed', () => {
    open = undefined;
  });
  watchPage(window, texts);
  // A failure is shown by watchPage; the promise says the same once more.
  window.loadURL(pageAddress).catch((error: unknown) => console.error('recto:', error));
}

/** Brings the window to the front, out of the dock or task bar if need be. */
export function focusReader(): void {
  if (open === undefined) return;
  if (open.isMinimized()) open.restore();
  open.show();
  open.focus();
}
