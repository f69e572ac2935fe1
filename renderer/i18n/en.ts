import type { BlockKind } from '../../core/book/model.ts';
import { beginning } from './beginning.ts';
import { dateOf } from './date-of.ts';
import type { Details, Messages } from './messages.ts';

const named = (value: string | undefined, otherwise: string): string => (value ? `“${value}”` : otherwise);
const withName = (noun: string, value: string | undefined): string => (value ? `${noun} “${value}”` : noun);
const reason = (details: Details): string => (details.what ? ` (${details.what})` : '');

const themeNames: Messages['settings']['themes'] = {
  system: 'System',
  light: 'Light',
  sepia: 'Sepia',
  dark: 'Dark',
  'contrast-light': 'High contrast, light',
  'contrast-dark': 'High contrast, dark',
};

const kinds: Readonly<Record<BlockKind, string>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  list: 'list',
  code: 'code',
  figure: 'figure',
  table: 'table',
  callout: 'call-out',
  quote: 'quotation',
  rule: 'rule',
};

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
    whereYouAre: 'Where you are',
    backTo: (title) => `Back to where you were: ${title}`,
    textLanguage: 'Language of the text',
    readIn: (language) => `Read in ${language}`,
    languageShown: (language) => `The text is now in ${language}`,
    onlyIn: (language) => `This chapter exists in ${language} only.`,
    bothLanguages: 'Both languages',
    bilingualShown: { side: 'Both languages side by side', stacked: 'The translation stands below each block' },
    lacking: (language) => `Not available in ${language}`,
    cannotTranslate: (language) => `The text in ${language} cannot be shown.`,
    cannotOpen: (chapter) => `“${chapter}” cannot be opened`,
  },
  commands: {
    historyBack: 'Back',
    historyForward: 'Forward',
    chapterPrevious: 'Previous chapter',
    chapterNext: 'Next chapter',
    contentsToggle: 'Show or hide the contents',
    languageToggle: 'Switch the language of the text',
    bilingualNext: 'Two languages: side by side, stacked, off',
    themeToggle: 'Switch the theme',
    textLarger: 'Larger text',
    textSmaller: 'Smaller text',
    termsShow: 'Terms of this section',
    codeWrap: 'Wrap long lines of code',
    settingsShow: 'Settings',
    blockNext: 'Next block',
    blockPrevious: 'Previous block',
    blockMenu: 'Menu of the current block',
    paletteOpen: 'Go to…',
    shortcutsShow: 'Keyboard shortcuts',
  },
  settings: {
    title: 'Settings',
    uiLanguage: 'Interface language',
    theme: 'Theme',
    themes: themeNames,
    textSize: 'Text size',
    lineSpacing: 'Line height',
    measure: 'Line length',
    measures: { narrow: 'Short', normal: 'Normal', wide: 'Long' },
    bilingual: 'Both languages',
    bilinguals: { off: 'Off', side: 'Beside', stacked: 'Below' },
    alignment: 'Alignment',
    alignments: { language: 'Usual', justified: 'Justified', ragged: 'Left' },
    hanFont: 'Chinese font',
    latinFont: 'English font',
    hanFonts: { serif: 'Serif', sans: 'Sans', system: 'System' },
    latinFonts: { serif: 'Serif', sans: 'Sans', system: 'System' },
    codeSize: 'Code size',
    wrapCode: 'Wrap code',
    showTerms: 'Mark terms',
    on: 'On',
    off: 'Off',
    system: 'System',
    less: (setting) => `${setting}: less`,
    more: (setting) => `${setting}: more`,
    reset: (setting) => `${setting}: reset`,
    resetAll: 'Reset all',
    themeShown: (theme) => `Theme: ${themeNames[theme]}`,
    textSizeShown: (percent) => `Text size: ${percent}%`,
  },
  shortcuts: { title: 'Keyboard shortcuts' },
  progress: {
    title: 'Reading progress',
    read: (percent) => `${percent} % of the chapter`,
    left: (minutes) => `about ${minutes} min left`,
    chapter: (number, count) => `chapter ${number} of ${count}`,
    book: (percent) => `${percent} % of the book`,
    bookLeft: (minutes) => `about ${minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 60)} h`} left`,
    comma: ', ',
  },
  cursor: {
    at: (at, count, kind, text) => `Block ${at} of ${count}, ${kinds[kind]}: ${beginning(text)}`,
    menu: 'This block',
    copyLink: 'Copy link to this block',
    linkCopied: 'Link copied',
    copyText: 'Copy text of this block',
    textCopied: 'Text copied',
  },
  palette: {
    title: 'Go to a chapter, heading or command',
    placeholder: 'Chapter, heading or command',
    recent: 'Recent places',
    results: 'Results',
    hint: 'Type part of the name of a chapter, heading or command, in either language. First letters of pinyin work too: jmjs finds 机密计算.',
    found: (count) => (count === 1 ? '1 result' : `${count} results`),
    nothing: (query) => `No chapter, heading or command has a name like “${query}”.`,
    kinds: { chapter: 'Chapter', heading: 'Heading', term: 'Term', command: 'Command' },
  },
  links: {
    title: 'Open an outside link?',
    intro: 'This address is outside the book. Your browser will open it:',
    copy: 'Copy address',
    copied: 'Address copied',
    open: 'Open',
    cancel: 'Cancel',
    cannotCopy: 'It could not be copied. Please select the address and copy it by hand.',
  },
  desk: {
    copiedText: (text) => `Copied: ${text}`,
    copiedLines: (count) => `Copied: ${count} lines`,
    copiedCommands: (count) => `Copied: ${count === 1 ? '1 command' : `${count} commands`}, without prompts and output`,
    copiedOutput: (count) => `Copied: ${count === 1 ? '1 line' : `${count} lines`} of output`,
    copiedPicture: 'Figure copied',
    saved: (name) => `Saved as “${name}”`,
  },
  code: {
    copy: 'Copy',
    copyOutput: 'Copy output',
    wrap: 'Wrap long lines',
    wrapped: (wrapped) => (wrapped ? 'Long lines are wrapped' : 'Long lines are not wrapped'),
    described: (language, lines) => `Code, ${language}, ${lines === 1 ? '1 line' : `${lines} lines`}`,
    output: (lines) => `Output, ${lines === 1 ? '1 line' : `${lines} lines`}`,
  },
  figures: {
    enlarge: 'Show large',
    stage: 'Figure; arrow keys move it',
    previous: 'Previous figure',
    next: 'Next figure',
    larger: 'Zoom in',
    smaller: 'Zoom out',
    fit: 'Whole figure',
    copy: 'Copy as a picture',
    saveSvg: 'Save as SVG',
    savePng: 'Save as PNG',
    shown: (number, of, caption) => `Figure ${number} of ${of}: ${caption}`,
  },
  terms: {
    title: 'Terms of this section',
    none: 'There is no term of the glossary in this section.',
    more: 'More about it',
  },
  placeholders: {
    title: 'Fill in a value',
    hint: 'It is shown and copied wherever this name stands in the code of the book.',
    keep: 'Fill in',
    reset: 'Reset',
    resetAll: 'Reset all values',
    label: (name, value) => (value === undefined ? `${name}, to fill in` : `${name}: ${value}`),
    kept: (name, value) => `${name} is now ${value}`,
    wasReset: (name) => `${name} is empty again`,
    allReset: 'All values are empty again',
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
    'store-restored': (details) => ({
      what: `${withName('The data file', details.file)} could not be read. Recto goes on with a copy of ${dateOf(details.takenAt, 'en')}; what was written after that is missing.`,
      wayOut: `The unreadable file is kept as ${named(details.movedTo, 'a backup')}: its contents may still be recovered.`,
    }),
    'mark-conflict': () => ({
      what: 'This mark has been changed or deleted in another window.',
      wayOut:
        'What you have written here is not lost. Look at the mark as it is now, then save again or copy your text.',
    }),
    'link-refused': (details) => ({
      what: `For safety, ${withName('the address', details.url)} was not opened.`,
      wayOut: 'Only http, https and e-mail addresses can be opened.',
    }),
    'copy-refused': (details) => ({
      what: `Nothing could be copied${reason(details)}.`,
      wayOut: 'Please select the text and copy it with the keyboard or the menu.',
    }),
    'file-not-saved': (details) => ({
      what: `${withName('The file', details.file)} could not be saved${reason(details)}.`,
      wayOut: 'Please choose another folder, or check for free disk space and permission to write there.',
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
