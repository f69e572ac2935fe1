/** Names of the commands. */

export interface CommandsMessages {
  readonly historyBack: string;
  readonly historyForward: string;
  readonly chapterPrevious: string;
  readonly chapterNext: string;
  readonly contentsToggle: string;
  readonly languageToggle: string;
  readonly bilingualNext: string;
  readonly themeToggle: string;
  readonly textLarger: string;
  readonly textSmaller: string;
  readonly codeWrap: string;
  readonly textAlone: string;
  readonly termsShow: string;
  readonly windowNew: string;
  readonly settingsShow: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomReset: string;
  readonly fullScreen: string;
  readonly print: string;
  readonly blockNext: string;
  readonly blockPrevious: string;
  readonly blockMenu: string;
  readonly markBookmark: string;
  readonly markHighlight: string;
  readonly markNote: string;
  readonly markNext: string;
  readonly markPrevious: string;
  readonly marksShow: string;
  readonly notesFolder: string;
  readonly marksUndo: string;
  readonly marksRedo: string;
  readonly sectionRead: string;
  readonly paletteOpen: string;
  readonly findOpen: string;
  readonly findNext: string;
  readonly findPrevious: string;
  readonly searchOpen: string;
  readonly shelfShow: string;
  readonly manualOpen: string;
  readonly shortcutsShow: string;
  readonly aboutShow: string;
}
