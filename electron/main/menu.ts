/** The application menu, in the language of the interface. */
import { app, Menu } from 'electron';
import { emit } from './ipc.ts';
import { menuTemplate } from './menu-template.ts';
import type { KeyTable } from '../../core/keys/bindings.ts';
import { changeView } from './view.ts';
import type { Texts } from './texts.ts';
import { readerWindow } from './windows.ts';

/** Puts the menu up in the language of `texts` and with the keys the reader has changed, in place of the one that is there. */
export function showMenu(texts: Texts, keys: KeyTable): void {
  const template = menuTemplate({
    texts,
    keys,
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
