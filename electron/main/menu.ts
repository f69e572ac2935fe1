/** The application menu, in the language of the interface. */
import { app, Menu } from 'electron';
import { localized } from '../../core/book/contents.ts';
import { formatBookLink } from '../../core/book/deep-link.ts';
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { RecentBook } from '../services/library/recent-books.ts';
import { emit } from './ipc.ts';
import { menuTemplate } from './menu-template.ts';
import type { KeyTable } from '../../core/keys/bindings.ts';
import { changeView } from './view.ts';
import type { Texts } from './texts.ts';
import { readerWindow } from './windows.ts';

/** What the menu that is up was made of. */
let shown: { readonly texts: Texts; readonly language: UiLanguage; readonly keys: KeyTable } | undefined;
let recentBooks: readonly RecentBook[] = [];
let openLink: (address: string) => void = () => undefined;

/** Who opens the place of an address that is chosen in the menu. */
export function openLinksBy(open: (address: string) => void): void {
  openLink = open;
}

/** Puts the menu up in the language of the interface and with the keys the reader has changed, in place of the one that is there. */
export function showMenu(texts: Texts, language: UiLanguage, keys: KeyTable): void {
  shown = { texts, language, keys };
  const template = menuTemplate({
    texts,
    keys,
    recentBooks: recentBooks.map(({ id, title, languages }) => ({ id, title: localized(title, language, languages) })),
    openBook: (id) => openLink(formatBookLink(id)),
    platform: process.platform,
    isDevelopment: !app.isPackaged,
    choose: (id) => {
      const window = readerWindow();
      if (window !== undefined) emit(window.webContents, 'command:chosen', { id });
    },
    view: (as) => {
      const window = readerWindow();
      if (window !== undefined) changeView(window, as);
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Has the menu list these books, the newest first. A menu of the same books stays up: one may be looking at it. */
export function showRecentBooks(books: readonly RecentBook[]): void {
  if (JSON.stringify(books) === JSON.stringify(recentBooks)) return;
  recentBooks = books;
  if (shown) showMenu(shown.texts, shown.language, shown.keys);
}
