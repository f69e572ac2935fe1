/** The application menu as data. Items of the reader's own send a command to the page; the rest are Electron's roles. */
import type { MenuItemConstructorOptions } from 'electron';
import { acceleratorOf, isMenuKey, shortcutOfAccelerator } from '../../core/keys/accelerator.ts';
import type { KeyTable } from '../../core/keys/bindings.ts';
import type { WindowView } from '../../core/contract/window-view.ts';
import type { Texts } from './texts.ts';

export interface MenuContext {
  readonly texts: Texts;
  readonly platform: NodeJS.Platform;
  /** Whether the tools of a developer are in it. */
  readonly isDevelopment: boolean;
  /** The keys of the commands that the reader has given others than they come with. */
  readonly keys: KeyTable;
  /** The books that were read last, newest first, by their titles. */
  readonly recentBooks: readonly { readonly id: string; readonly title: string }[];
  readonly openBook: (bookId: string) => void;
  /** Runs a command of the page's registry. */
  readonly choose: (commandId: string) => void;
  /** Changes how the window in front shows its page, whatever the page is doing. */
  readonly view: (as: WindowView) => void;
}

/**
 * The whole menu, top level first. Keys are those that people know from browsers on their platform; none is one that a
 * text field understands.
 */
export function menuTemplate(context: MenuContext): MenuItemConstructorOptions[] {
  const isMac = context.platform === 'darwin';
  return [
    ...(isMac ? [appMenu(context)] : []),
    fileMenu(context, isMac),
    editMenu(context, isMac),
    viewMenu(context, isMac),
    marksMenu(context),
    goMenu(context, isMac),
    windowMenu(context, isMac),
    helpMenu(context, isMac),
  ];
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** An item that runs a page command; the item's id is the command's, and `usual` the key it comes with. */
function command(context: MenuContext, id: string, label: string, usual?: string): MenuItemConstructorOptions {
  const accelerator = acceleratorFor(context, id, usual);
  return { id, label, ...(accelerator === undefined ? {} : { accelerator }), click: () => context.choose(id) };
}

/** An item that this process does itself; the page has a command of the same id. */
function view(context: MenuContext, id: WindowView, label: string, usual: string): MenuItemConstructorOptions {
  return { ...command(context, id, label, usual), click: () => context.view(id) };
}

/** The first of the reader's keys that can stand in a menu; else the usual one, unless another command has got it. */
function acceleratorFor({ keys, platform }: MenuContext, id: string, usual: string | undefined): string | undefined {
  const own = keys[id];
  if (own === undefined) {
    const isTaken = usual !== undefined && Object.values(keys).flat().includes(shortcutOfAccelerator(usual));
    return isTaken ? undefined : usual;
  }
  const first = own.find((key) => isMenuKey(key, platform === 'darwin'));
  return first === undefined ? undefined : acceleratorOf(first);
}

function appMenu(context: MenuContext): MenuItemConstructorOptions {
  const { texts } = context;
  return {
    // macOS puts the program's own name here.
    label: 'Recto',
    submenu: [
      command(context, 'about.show', texts.about),
      separator,
      command(context, 'settings.show', texts.settings, 'Cmd+,'),
      separator,
      { role: 'services', label: texts.services },
      separator,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.unhide },
      separator,
      { role: 'quit', label: texts.quit },
    ],
  };
}

function fileMenu(context: MenuContext, isMac: boolean): MenuItemConstructorOptions {
  const { texts } = context;
  return {
    label: texts.file,
    submenu: [
      command(context, 'window.new', texts.newWindow, 'CmdOrCtrl+Shift+N'),
      command(context, 'shelf.show', texts.books, 'CmdOrCtrl+O'),
      recentMenu(context),
      separator,
      command(context, 'print', texts.print, 'CmdOrCtrl+P'),
      // On macOS one leaves by the program's own menu.
      ...(isMac ? [] : [separator, { role: 'quit' as const, label: texts.exit }]),
    ],
  };
}

function recentMenu({ texts, recentBooks, openBook }: MenuContext): MenuItemConstructorOptions {
  return {
    label: texts.recentBooks,
    enabled: recentBooks.length > 0,
    submenu: recentBooks.map(({ id, title }) => ({
      id: `recent.${id}`,
      // One `&` would make a key of the letter behind it.
      label: title.replaceAll('&', '&&'),
      click: () => openBook(id),
    })),
  };
}

function editMenu(context: MenuContext, isMac: boolean): MenuItemConstructorOptions {
  const { texts } = context;
  return {
    label: texts.edit,
    submenu: [
      { role: 'undo', label: texts.undo },
      { role: 'redo', label: texts.redo },
      separator,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      separator,
      { role: 'selectAll', label: texts.selectAll },
      separator,
      command(context, 'find.open', texts.find, 'CmdOrCtrl+F'),
      command(context, 'find.next', texts.findNext, isMac ? 'Cmd+G' : 'F3'),
      command(context, 'find.previous', texts.findPrevious, isMac ? 'Cmd+Shift+G' : 'Shift+F3'),
      command(context, 'search.open', texts.search, 'CmdOrCtrl+Shift+F'),
    ],
  };
}

function viewMenu(context: MenuContext, isMac: boolean): MenuItemConstructorOptions {
  const { texts } = context;
  return {
    label: texts.view,
    submenu: [
      command(context, 'contents.toggle', texts.contents, 'CmdOrCtrl+Shift+O'),
      // Alt+L types a character on macOS.
      command(context, 'language.toggle', texts.language, isMac ? 'Cmd+Shift+L' : 'Alt+L'),
      command(context, 'bilingual.next', texts.bilingual, isMac ? 'Cmd+Shift+B' : 'Alt+B'),
      command(context, 'theme.toggle', texts.theme, isMac ? 'Cmd+Shift+D' : 'Alt+T'),
      command(context, 'text.larger', texts.textLarger, 'CmdOrCtrl+Shift+.'),
      command(context, 'text.smaller', texts.textSmaller, 'CmdOrCtrl+Shift+,'),
      command(context, 'text.alone', texts.textAlone),
      // Its key, G, would be taken from whoever types.
      command(context, 'terms.show', texts.terms),
      command(context, 'code.wrap', texts.codeWrap, isMac ? 'Alt+Cmd+Z' : 'Alt+Z'),
      ...(isMac ? [] : [separator, command(context, 'settings.show', texts.settings, 'Ctrl+,')]),
      separator,
      view(context, 'zoom.in', texts.zoomIn, 'CmdOrCtrl+='),
      view(context, 'zoom.out', texts.zoomOut, 'CmdOrCtrl+-'),
      view(context, 'zoom.reset', texts.resetZoom, 'CmdOrCtrl+0'),
      separator,
      // macOS has a key for it that a page cannot have.
      isMac
        ? { id: 'window.fullScreen', role: 'togglefullscreen', label: texts.fullScreen }
        : view(context, 'window.fullScreen', texts.fullScreen, 'F11'),
      ...(context.isDevelopment ? developerItems(texts) : []),
    ],
  };
}

function developerItems(texts: Texts): MenuItemConstructorOptions[] {
  return [separator, { role: 'reload', label: texts.reload }, { role: 'toggleDevTools', label: texts.developerTools }];
}

function goMenu(context: MenuContext, isMac: boolean): MenuItemConstructorOptions {
  const { texts } = context;
  return {
    label: texts.go,
    submenu: [
      command(context, 'palette.open', texts.palette, 'CmdOrCtrl+K'),
      separator,
      command(context, 'history.back', texts.back, isMac ? 'Cmd+[' : 'Alt+Left'),
      command(context, 'history.forward', texts.forward, isMac ? 'Cmd+]' : 'Alt+Right'),
      separator,
      command(context, 'chapter.previous', texts.previousChapter, isMac ? 'Alt+Cmd+Left' : 'Ctrl+PageUp'),
      command(context, 'chapter.next', texts.nextChapter, isMac ? 'Alt+Cmd+Right' : 'Ctrl+PageDown'),
      separator,
      command(context, 'block.previous', texts.previousBlock, isMac ? 'Alt+Cmd+Up' : 'Alt+Up'),
      command(context, 'block.next', texts.nextBlock, isMac ? 'Alt+Cmd+Down' : 'Alt+Down'),
      // Its key, Enter, means something else wherever there is no cursor.
      command(context, 'block.menu', texts.blockMenu),
    ],
  };
}

function marksMenu(context: MenuContext): MenuItemConstructorOptions {
  const { texts } = context;
  return {
    label: texts.marks,
    submenu: [
      command(context, 'mark.bookmark', texts.markBookmark, 'CmdOrCtrl+D'),
      // Their keys are letters, or belong to text fields as well.
      command(context, 'mark.highlight', texts.markHighlight),
      command(context, 'mark.note', texts.markNote),
      separator,
      command(context, 'marks.show', texts.marksShow),
      command(context, 'mark.previous', texts.markPrevious),
      command(context, 'mark.next', texts.markNext),
      separator,
      command(context, 'marks.folder', texts.marksFolder),
      separator,
      command(context, 'marks.undo', texts.marksUndo),
      command(context, 'marks.redo', texts.marksRedo),
      separator,
      command(context, 'section.read', texts.sectionRead),
    ],
  };
}

function windowMenu({ texts }: MenuContext, isMac: boolean): MenuItemConstructorOptions {
  const minimize: MenuItemConstructorOptions = { role: 'minimize', label: texts.minimize };
  const close: MenuItemConstructorOptions = { role: 'close', label: texts.close };
  const more: MenuItemConstructorOptions[] = [
    { role: 'zoom', label: texts.zoom },
    separator,
    { role: 'front', label: texts.front },
  ];
  return {
    // With its role macOS lists the open windows here.
    ...(isMac ? { role: 'windowMenu' as const } : {}),
    label: texts.window,
    submenu: [minimize, close, ...(isMac ? more : [])],
  };
}

function helpMenu(context: MenuContext, isMac: boolean): MenuItemConstructorOptions {
  const { texts } = context;
  return {
    ...(isMac ? { role: 'help' as const } : {}),
    label: texts.help,
    submenu: [
      command(context, 'help.manual', texts.manual, isMac ? undefined : 'F1'),
      command(context, 'shortcuts.show', texts.shortcuts, 'CmdOrCtrl+/'),
      ...(isMac ? [] : [separator, command(context, 'about.show', texts.about)]),
    ],
  };
}
