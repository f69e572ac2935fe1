/** The reader's one window. */
import { app, BrowserWindow, screen, type WebContents } from 'electron';
import { join } from 'node:path';
import type { Log } from '../services/log/log.ts';
import { pageAddress } from './own-page.ts';
import { watchPage } from './page-failure.ts';
import type { Texts } from './texts.ts';
import { fittingBounds, keepWindowState, readWindowState } from './window-state.ts';

let open: BrowserWindow | undefined;

/** The window, while there is one. */
export function readerWindow(): BrowserWindow | undefined {
  return open;
}

/** The page of the window, while there is one. */
export function readerContents(): WebContents | undefined {
  return open?.webContents;
}

export interface WindowOptions {
  readonly preloadFile: string;
  /** Where the window's place is kept. */
  readonly dataFolder: string;
  /** The page's own background, so that nothing flashes before the first text. */
  readonly pageColour: string;
  /** Whether the window stands where it stood, and where it stands is kept. */
  readonly remembersPlace: boolean;
  readonly log: Log | undefined;
  /** The words of its dialogs at the time they are needed. */
  readonly texts: () => Texts;
  /** The address of a place, `recto://…`, to begin with. */
  readonly link: string | undefined;
}

/** Opens the window where it stood the last time, and loads the page. */
export function openReader(options: WindowOptions): void {
  const { preloadFile, dataFolder, pageColour, texts, link, remembersPlace, log } = options;
  const stateFile = join(dataFolder, 'window.json');
  const state = remembersPlace ? readWindowState(stateFile) : undefined;
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
  open = window;
  window.once('ready-to-show', () => {
    // Maximising shows the window, too.
    if (state?.isMaximized === true) window.maximize();
    window.show();
  });
  window.on('closed', () => {
    open = undefined;
  });
  if (remembersPlace) keepWindowState(window, stateFile);
  watchPage(window, texts, log);
  load(window, link);
}

/** Loads the page; a failure is shown by watchPage, the promise says the same once more. */
function load(window: BrowserWindow, link: string | undefined): void {
  const address = link === undefined ? pageAddress : `${pageAddress}?link=${encodeURIComponent(link)}`;
  window.loadURL(address).catch((error: unknown) => console.error('recto:', error));
}

/** Gives the page in the window a place to go to; one that is still loading begins there. */
export function showLink(link: string, tell: (contents: WebContents) => void): void {
  if (open === undefined) return;
  if (open.webContents.isLoadingMainFrame()) load(open, link);
  else tell(open.webContents);
}

/** Brings the window to the front, out of the dock or task bar if need be. */
export function focusReader(): void {
  if (open === undefined) return;
  if (open.isMinimized()) open.restore();
  open.show();
  open.focus();
}
