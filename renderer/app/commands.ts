/** Everything a reader can do by name: keys, menus, the shortcut sheet and buttons all go through this table. */
import type { Messages } from '../i18n/messages.ts';

export type CommandId =
  | 'history.back'
  | 'history.forward'
  | 'chapter.previous'
  | 'chapter.next'
  | 'contents.toggle'
  | 'language.toggle'
  | 'bilingual.next'
  | 'theme.toggle'
  | 'text.larger'
  | 'text.smaller'
  | 'code.wrap'
  | 'terms.show'
  | 'settings.show'
  | 'print'
  | 'block.next'
  | 'block.previous'
  | 'block.menu'
  | 'mark.bookmark'
  | 'mark.highlight'
  | 'mark.note'
  | 'mark.next'
  | 'mark.previous'
  | 'marks.show'
  | 'marks.undo'
  | 'marks.redo'
  | 'palette.open'
  | 'find.open'
  | 'find.next'
  | 'find.previous'
  | 'search.open'
  | 'shortcuts.show';

export interface Command {
  readonly id: CommandId;
  readonly labelKey: keyof Messages['commands'];
  /** Alternatives, see shortcut.ts. */
  readonly shortcuts: readonly string[];
  /** Whether holding its keys down runs it again and again. */
  readonly repeats?: true;
  readonly isAvailable: () => boolean;
  readonly run: () => void;
}

export interface CommandActions {
  readonly canGo: (direction: 'back' | 'forward') => boolean;
  readonly go: (direction: 'back' | 'forward') => void;
  readonly hasNeighbour: (side: 'previous' | 'next') => boolean;
  readonly openNeighbour: (side: 'previous' | 'next') => void;
  readonly toggleContents: () => void;
  readonly hasOtherLanguage: () => boolean;
  readonly toggleLanguage: () => void;
  readonly nextBilingual: () => void;
  readonly toggleTheme: () => void;
  readonly canResizeText: (direction: 'up' | 'down') => boolean;
  readonly resizeText: (direction: 'up' | 'down') => void;
  readonly toggleWrap: () => void;
  readonly showTerms: () => void;
  readonly showSettings: () => void;
  readonly print: () => void;
  readonly hasText: () => boolean;
  readonly moveCursor: (direction: 'next' | 'previous') => void;
  readonly hasCursor: () => boolean;
  readonly openBlockMenu: () => void;
  readonly toggleBookmark: () => void;
  readonly highlight: () => void;
  readonly writeNote: () => void;
  readonly stepMark: (direction: 'next' | 'previous') => void;
  readonly showMarks: () => void;
  readonly canTurnMarks: (direction: 'undo' | 'redo') => boolean;
  readonly turnMarks: (direction: 'undo' | 'redo') => void;
  readonly openPalette: () => void;
  readonly openFind: () => void;
  readonly canStepFind: () => boolean;
  readonly stepFind: (direction: 'next' | 'previous') => void;
  readonly openSearch: () => void;
  readonly showShortcuts: () => void;
}

export type Commands = Readonly<Record<CommandId, Command>>;

const always = (): boolean => true;

/** The table. Keys are those of the host's menu (electron/main/menu-template.ts), and single signs beside them. */
export function createCommands(actions: CommandActions, mac: boolean): Commands {
  const list: Command[] = [
    {
      id: 'history.back',
      labelKey: 'historyBack',
      shortcuts: mac ? ['Mod+['] : ['Alt+ArrowLeft'],
      isAvailable: () => actions.canGo('back'),
      run: () => actions.go('back'),
    },
    {
      id: 'history.forward',
      labelKey: 'historyForward',
      shortcuts: mac ? ['Mod+]'] : ['Alt+ArrowRight'],
      isAvailable: () => actions.canGo('forward'),
      run: () => actions.go('forward'),
    },
    {
      id: 'chapter.previous',
      labelKey: 'chapterPrevious',
      shortcuts: ['[', mac ? 'Mod+Alt+ArrowLeft' : 'Mod+PageUp'],
      isAvailable: () => actions.hasNeighbour('previous'),
      run: () => actions.openNeighbour('previous'),
    },
    {
      id: 'chapter.next',
      labelKey: 'chapterNext',
      shortcuts: [']', mac ? 'Mod+Alt+ArrowRight' : 'Mod+PageDown'],
      isAvailable: () => actions.hasNeighbour('next'),
      run: () => actions.openNeighbour('next'),
    },
    {
      id: 'contents.toggle',
      labelKey: 'contentsToggle',
      shortcuts: ['Mod+Shift+O'],
      isAvailable: always,
      run: actions.toggleContents,
    },
    {
      id: 'language.toggle',
      labelKey: 'languageToggle',
      shortcuts: [mac ? 'Mod+Shift+L' : 'Alt+L'],
      isAvailable: actions.hasOtherLanguage,
      run: actions.toggleLanguage,
    },
    {
      id: 'bilingual.next',
      labelKey: 'bilingualNext',
      shortcuts: [mac ? 'Mod+Shift+B' : 'Alt+B'],
      isAvailable: actions.hasOtherLanguage,
      run: actions.nextBilingual,
    },
    {
      id: 'theme.toggle',
      labelKey: 'themeToggle',
      shortcuts: [mac ? 'Mod+Shift+D' : 'Alt+T'],
      isAvailable: always,
      run: actions.toggleTheme,
    },
    {
      id: 'text.larger',
      labelKey: 'textLarger',
      shortcuts: ['Mod+>'],
      isAvailable: () => actions.canResizeText('up'),
      run: () => actions.resizeText('up'),
    },
    {
      id: 'text.smaller',
      labelKey: 'textSmaller',
      shortcuts: ['Mod+<'],
      isAvailable: () => actions.canResizeText('down'),
      run: () => actions.resizeText('down'),
    },
    {
      id: 'code.wrap',
      labelKey: 'codeWrap',
      shortcuts: [mac ? 'Mod+Alt+Z' : 'Alt+Z'],
      isAvailable: always,
      run: actions.toggleWrap,
    },
    {
      id: 'terms.show',
      labelKey: 'termsShow',
      shortcuts: ['G'],
      isAvailable: always,
      run: actions.showTerms,
    },
    {
      id: 'settings.show',
      labelKey: 'settingsShow',
      shortcuts: ['Mod+,'],
      isAvailable: always,
      run: actions.showSettings,
    },
    {
      id: 'print',
      labelKey: 'print',
      shortcuts: ['Mod+P'],
      isAvailable: actions.hasText,
      run: actions.print,
    },
    {
      id: 'block.next',
      labelKey: 'blockNext',
      shortcuts: ['J', 'Alt+ArrowDown', ...(mac ? ['Mod+Alt+ArrowDown'] : [])],
      repeats: true,
      isAvailable: actions.hasText,
      run: () => actions.moveCursor('next'),
    },
    {
      id: 'block.previous',
      labelKey: 'blockPrevious',
      shortcuts: ['K', 'Alt+ArrowUp', ...(mac ? ['Mod+Alt+ArrowUp'] : [])],
      repeats: true,
      isAvailable: actions.hasText,
      run: () => actions.moveCursor('previous'),
    },
    {
      id: 'block.menu',
      labelKey: 'blockMenu',
      shortcuts: ['Enter'],
      isAvailable: actions.hasCursor,
      run: actions.openBlockMenu,
    },
    {
      id: 'mark.bookmark',
      labelKey: 'markBookmark',
      shortcuts: ['Mod+D'],
      isAvailable: actions.hasText,
      run: actions.toggleBookmark,
    },
    {
      id: 'mark.highlight',
      labelKey: 'markHighlight',
      shortcuts: ['H'],
      isAvailable: actions.hasText,
      run: actions.highlight,
    },
    {
      id: 'mark.note',
      labelKey: 'markNote',
      shortcuts: ['N'],
      isAvailable: actions.hasText,
      run: actions.writeNote,
    },
    {
      id: 'mark.next',
      labelKey: 'markNext',
      shortcuts: ['Shift+J'],
      isAvailable: actions.hasText,
      run: () => actions.stepMark('next'),
    },
    {
      id: 'mark.previous',
      labelKey: 'markPrevious',
      shortcuts: ['Shift+K'],
      isAvailable: actions.hasText,
      run: () => actions.stepMark('previous'),
    },
    {
      id: 'marks.show',
      labelKey: 'marksShow',
      shortcuts: ['M'],
      isAvailable: always,
      run: actions.showMarks,
    },
    {
      id: 'marks.undo',
      labelKey: 'marksUndo',
      shortcuts: ['Mod+Z'],
      isAvailable: () => actions.canTurnMarks('undo'),
      run: () => actions.turnMarks('undo'),
    },
    {
      id: 'marks.redo',
      labelKey: 'marksRedo',
      shortcuts: ['Mod+Shift+Z', ...(mac ? [] : ['Mod+Y'])],
      isAvailable: () => actions.canTurnMarks('redo'),
      run: () => actions.turnMarks('redo'),
    },
    {
      id: 'palette.open',
      labelKey: 'paletteOpen',
      shortcuts: ['Mod+K'],
      isAvailable: always,
      run: actions.openPalette,
    },
    {
      id: 'find.open',
      labelKey: 'findOpen',
      shortcuts: ['Mod+F'],
      isAvailable: actions.hasText,
      run: actions.openFind,
    },
    {
      id: 'find.next',
      labelKey: 'findNext',
      shortcuts: mac ? ['Mod+G', 'F3'] : ['F3'],
      repeats: true,
      isAvailable: actions.canStepFind,
      run: () => actions.stepFind('next'),
    },
    {
      id: 'find.previous',
      labelKey: 'findPrevious',
      shortcuts: mac ? ['Mod+Shift+G', 'Shift+F3'] : ['Shift+F3'],
      repeats: true,
      isAvailable: actions.canStepFind,
      run: () => actions.stepFind('previous'),
    },
    {
      id: 'search.open',
      labelKey: 'searchOpen',
      shortcuts: ['Mod+Shift+F'],
      isAvailable: always,
      run: actions.openSearch,
    },
    {
      id: 'shortcuts.show',
      labelKey: 'shortcutsShow',
      shortcuts: ['?', 'Mod+/'],
      isAvailable: always,
      run: actions.showShortcuts,
    },
  ];
  return Object.fromEntries(list.map((command) => [command.id, command])) as Commands;
}

/** Runs the command with that id; an id of another version of the host is ignored, as is one that cannot run now. */
export function runCommand(commands: Commands, id: string): void {
  const command = (commands as Partial<Record<string, Command>>)[id];
  if (command?.isAvailable()) command.run();
}
