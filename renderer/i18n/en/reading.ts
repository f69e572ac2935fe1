import type { BlockKind } from '../../../core/book/model.ts';
import { beginning } from '../beginning.ts';
import type { ReadingMessages } from '../messages/reading.ts';

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

export const reading: ReadingMessages = {
  contents: {
    title: 'Contents',
    unfold: (title) => `Unfold “${title}”`,
    fold: (title) => `Fold “${title}”`,
    marks: (count) => (count === 1 ? '1 mark' : `${count} marks`),
    states: { started: 'begun', done: 'read' },
    menu: (title) => `Menu of “${title}”`,
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
    textAlone: { on: 'Nothing but the text; Esc brings the rest back', off: 'All is back' },
    bilingualShown: { side: 'Both languages side by side', stacked: 'The translation stands below each block' },
    lacking: (language) => `Not available in ${language}`,
    cannotTranslate: (language) => `The text in ${language} cannot be shown.`,
    cannotOpen: (chapter) => `“${chapter}” cannot be opened`,
  },
  progress: {
    title: 'Reading progress',
    read: (percent) => `${percent}% of the chapter`,
    left: (minutes) => `about ${minutes} min left`,
    chapter: (number, count) => `chapter ${number} of ${count}`,
    book: (percent) => `${percent}% of the book read`,
    bookLeft: (minutes) => `about ${minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 60)} h`} left`,
    comma: ', ',
  },
  cursor: {
    at: (at, count, kind, text) => `Block ${at} of ${count}, ${kinds[kind]}: ${beginning(text)}`,
    menu: 'This block',
    linkCopied: 'Link copied',
    textCopied: 'Text copied',
  },
};
