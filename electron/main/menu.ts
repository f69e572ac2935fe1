/** The application menu, in the language of the interface. */
import { app, Menu } from 'electron';
import { emit } from './ipc.ts';
import { menuTemplate } from './menu-template.ts';
import type { Texts } from './texts.ts';
import { readerContents } from './window.ts';

/** Puts the menu up in the language of `texts`, in place of the one that is there. */
export function showMenu(texts: Texts): void {
  const template = menuTemplate({
    texts,
    platform: process.platform,
    isDevelopment: !app.isPackaged,
    choose: (id) => {
      const page = readerContents();
      if (page !== undefined) emit(page, 'command:chosen', { id });
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
