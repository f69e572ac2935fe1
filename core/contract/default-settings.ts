import type { Settings } from './settings.ts';

/** What holds until the reader sets something else. Apart from the schema: the page needs the values without zod. */
export const defaultSettings: Settings = {
  uiLanguage: 'system',
  theme: 'system',
  textSize: 100,
  lineSpacing: 0,
  measure: 'normal',
  alignment: 'language',
  hanFont: 'serif',
  latinFont: 'serif',
  codeFont: 'bundled',
  codeSize: 100,
  bilingual: 'off',
  wrapCode: false,
  showTerms: true,
  placeholders: {},
  keys: {},
  colorMeanings: {},
  searches: [],
  contentsOpen: true,
  toldOfSync: false,
  paper: {
    scope: 'chapter',
    text: 'shown',
    marks: 'notes',
    size: 'a4',
    points: 10.5,
    contents: true,
    chapters: {},
  },
};
