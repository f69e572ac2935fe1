/** How the text is shown, and what comes out of it on paper. */
import { always, type Command } from './command.ts';

export type ReadingCommandId =
  | 'language.toggle'
  | 'bilingual.next'
  | 'theme.toggle'
  | 'text.larger'
  | 'text.smaller'
  | 'code.wrap'
  | 'text.alone'
  | 'terms.show'
  | 'print';

export interface ReadingActions {
  readonly hasOtherLanguage: () => boolean;
  readonly toggleLanguage: () => void;
  readonly nextBilingual: () => void;
  readonly toggleTheme: () => void;
  readonly canResizeText: (direction: 'up' | 'down') => boolean;
  readonly resizeText: (direction: 'up' | 'down') => void;
  readonly toggleWrap: () => void;
  readonly toggleTextAlone: () => void;
  readonly showTerms: () => void;
  readonly print: () => void;
  readonly hasText: () => boolean;
}

export function readingCommands(actions: ReadingActions, mac: boolean): Command<ReadingCommandId>[] {
  return [
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
      id: 'text.alone',
      labelKey: 'textAlone',
      shortcuts: ['Z'],
      isAvailable: actions.hasText,
      run: actions.toggleTextAlone,
    },
    {
      id: 'terms.show',
      labelKey: 'termsShow',
      shortcuts: ['G'],
      isAvailable: always,
      run: actions.showTerms,
    },
    {
      id: 'print',
      labelKey: 'print',
      shortcuts: ['Mod+P'],
      isAvailable: actions.hasText,
      run: actions.print,
    },
  ];
}
