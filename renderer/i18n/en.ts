import type { Details, Messages } from './messages.ts';

const named = (value: string | undefined, otherwise: string): string => (value ? `“${value}”` : otherwise);
const withName = (noun: string, value: string | undefined): string => (value ? `${noun} “${value}”` : noun);
const reason = (details: Details): string => (details.what ? ` (${details.what})` : '');

export const en: Messages = {
  skipToText: 'Skip to the text',
  toolbar: 'Toolbar',
  close: 'Close',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  contents: {
    title: 'Contents',
    unfold: (title) => `Unfold “${title}”`,
    fold: (title) => `Fold “${title}”`,
  },
  reading: {
    chapterOpened: (title) => `Opened: ${title}`,
    previous: 'Previous chapter',
    next: 'Next chapter',
    neighbours: 'Previous and next chapter',
    textLanguage: 'Language of the text',
    readIn: (language) => `Read in ${language}`,
    languageShown: (language) => `The text is now in ${language}`,
    onlyIn: (language) => `This chapter exists in ${language} only.`,
    cannotOpen: (chapter) => `“${chapter}” cannot be opened`,
  },
  commands: {
    historyBack: 'Back',
    historyForward: 'Forward',
    chapterPrevious: 'Previous chapter',
    chapterNext: 'Next chapter',
    contentsToggle: 'Show or hide the contents',
    languageToggle: 'Switch the language of the text',
    themeToggle: 'Switch between light and dark',
    shortcutsShow: 'Keyboard shortcuts',
  },
  settings: {
    title: 'Settings',
    uiLanguage: 'Interface language',
    theme: 'Theme',
    system: 'System',
    light: 'Light',
    dark: 'Dark',
    themeShown: (theme) => (theme === 'dark' ? 'Dark theme' : 'Light theme'),
  },
  shortcuts: { title: 'Keyboard shortcuts' },
  links: {
    title: 'Open an outside link?',
    intro: 'This address is outside the book. Your browser will open it:',
    copy: 'Copy address',
    copied: 'Address copied',
    open: 'Open',
    cancel: 'Cancel',
    cannotCopy: 'It could not be copied. Please select the address and copy it by hand.',
  },
  start: {
    title: 'Recto could not start',
    pageDamaged: {
      what: 'A file of the reader itself is missing or damaged.',
      wayOut: 'Please install Recto again. Your bookmarks and notes are kept elsewhere and are not affected.',
    },
  },
  failures: {
    refused: () => ({
      what: 'This window does not belong to a running Recto.',
      wayOut: 'Please close it and start Recto again.',
    }),
    'bad-request': (details) => ({
      what: `The reader sent a request that breaks its own rules${reason(details)}.`,
      wayOut: 'This is a mistake in Recto. Please restart; if it happens again, tell us this sentence.',
    }),
    'not-found': (details) => ({
      what: `The book has no ${named(details.what, 'such place')}.`,
      wayOut: 'Please choose another chapter from the contents.',
    }),
    'book-missing': (details) => ({
      what: `There is no book that can be opened in ${named(details.folder, 'the book folder')}${reason(details)}.`,
      wayOut: 'Please install Recto again, or check whether that folder was moved or deleted.',
    }),
    'book-damaged': (details) => ({
      what: `${withName('The book’s file', details.file)} is damaged: it is not what was published.`,
      wayOut:
        'Please install Recto or import the book again. Your bookmarks and notes are kept elsewhere and are not affected.',
    }),
    'store-unavailable': (details) => ({
      what: `Settings and reading positions cannot be saved in ${named(details.folder, 'the data folder')}${reason(details)}.`,
      wayOut:
        'You can read on, but changes will not be kept. Please check for free disk space and permission to write there, then restart Recto.',
    }),
    'store-newer': (details) => ({
      what: `${withName('The data file', details.file)} was written by a newer Recto (format ${details.found ?? 'unknown'}; this version knows ${details.known ?? 'earlier ones'}).`,
      wayOut: 'The file has not been touched. Please use the newer Recto.',
    }),
    'store-damaged': (details) => ({
      what: `${withName('The data file', details.file)} could not be read and was set aside as ${named(details.movedTo, 'a backup')}.`,
      wayOut: 'Recto goes on with a new data file. Please keep the old one: its contents may still be recovered.',
    }),
    'link-refused': (details) => ({
      what: `For safety, ${withName('the address', details.url)} was not opened.`,
      wayOut: 'Only http, https and e-mail addresses can be opened.',
    }),
    'host-gone': () => ({
      what: 'The connection to Recto is lost.',
      wayOut:
        'You can go on reading the open chapter. If the connection does not come back by itself, close this window and start Recto again.',
    }),
    internal: (details) => ({
      what: `Something unexpected went wrong in Recto${reason(details)}.`,
      wayOut: 'Please restart; if it happens again, tell us this sentence.',
    }),
  },
};
