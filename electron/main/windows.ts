/** The reader's windows: which there are, what each shows, and which one a thing concerns. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { BrowserWindow, WebContents } from 'electron';
import type { Position } from '../../core/contract/position.ts';

interface ReaderWindow {
  readonly window: BrowserWindow;
  /** Where its reader is, as its page said last; undefined until it has. */
  place: Position | undefined;
  /** Whether its page has been loaded. A step within the page (back, forward, a link) leaves it there. */
  hasPage: boolean;
}

/** In the order of their opening. */
const open = new Map<unknown, ReaderWindow>();

/** The one that had the focus last. */
let lastFocused: BrowserWindow | undefined;

/** The page whose call is being answered. */
const calling = new AsyncLocalStorage<WebContents>();

/**
 * Counts `window` among the reader's until it is closed. @param place where its reader is to begin
 * @returns where its reader is; may be asked after it was closed, too
 */
export function addReaderWindow(window: BrowserWindow, place: Position | undefined): () => Position | undefined {
  const contents = window.webContents;
  const entry: ReaderWindow = { window, place, hasPage: false };
  open.set(contents, entry);
  lastFocused = window;
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) entry.hasPage = false;
  });
  contents.on('did-finish-load', () => {
    entry.hasPage = true;
  });
  window.on('focus', () => {
    lastFocused = window;
  });
  window.on('closed', () => {
    open.delete(contents);
    if (lastFocused === window) lastFocused = readerWindows().at(-1);
  });
  return () => entry.place;
}

export function readerWindows(): readonly BrowserWindow[] {
  return [...open.values()].map(({ window }) => window);
}

/** Whether these are the contents of one of the reader's windows. */
export function isReader(contents: unknown): boolean {
  return open.has(contents);
}

/** Whether the page of a window is there to be told something; one that is being loaded has no listener yet. */
export function hasPage(contents: WebContents): boolean {
  return open.get(contents)?.hasPage ?? false;
}

/** The window whose page asked for what is being done; else the one that has the focus, or had it last. */
export function readerWindow(): BrowserWindow | undefined {
  return open.get(calling.getStore())?.window ?? lastFocused;
}

/** Runs `work` for the page that asked for it, however long it takes. */
export function answering<T>(contents: WebContents, work: () => T): T {
  return calling.run(contents, work);
}

/** Where the reader of a window is; of the one that is asking where none is given. */
export function placeOf(window = readerWindow()): Position | undefined {
  return [...open.values()].find((entry) => entry.window === window)?.place;
}

/** Notes where the reader of the window that is asking is. */
export function notePlace(place: Position): void {
  const asking = open.get(calling.getStore());
  if (asking) asking.place = place;
}

/** The window for a place in a book: one that shows that book, the one with the focus before others, else that one. */
export function windowFor(bookId: string | undefined): BrowserWindow | undefined {
  const shows = (window: BrowserWindow): boolean => placeOf(window)?.bookId === bookId;
  const current = readerWindow();
  if (bookId === undefined || (current !== undefined && shows(current))) return current;
  return readerWindows().findLast(shows) ?? current;
}

/** Brings a window to the front, out of the dock or task bar if need be. */
export function focusWindow(window: BrowserWindow | undefined): void {
  if (window === undefined) return;
  lastFocused = window;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
