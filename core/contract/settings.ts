/** What the reader may set. Stored one row a key, so that a new key needs no migration. */
import { z } from 'zod';
import { idSchema } from '../book/model.ts';
import { keyLimit } from '../keys/bindings.ts';
import { markColors } from '../marks/mark.ts';
import { isShortcut } from '../keys/shortcut.ts';
import { paperMarks, paperScopes, paperSizes, paperTexts } from '../paper/choice.ts';
import { themes } from './theme.ts';

const fontSchema = z.enum(['serif', 'sans', 'system']);

const placeholderNameSchema = z
  .string()
  .max(100)
  .regex(/^[A-Z][A-Z0-9_]*$/);

/** More than any book has: what does not fit is refused, so that the row stays small. */
const placeholdersSchema = z
  .record(
    idSchema,
    z
      .record(placeholderNameSchema, z.string().min(1).max(1000))
      .refine((values) => Object.keys(values).length <= 200, 'more than 200 values'),
  )
  .refine((books) => Object.keys(books).length <= 200, 'more than 200 books');

/** Keys by the id of a command: also one that this version does not know, a newer one may. */
const keysSchema = z
  .record(
    z
      .string()
      .max(40)
      .regex(/^[a-z]+(?:\.[a-z-]+)?$/),
    z.array(z.string().max(40).refine(isShortcut, 'no shortcut')).max(keyLimit),
  )
  .refine((commands) => Object.keys(commands).length <= 200, 'more than 200 commands');

const paperSchema = z.strictObject({
  scope: z.enum(paperScopes),
  text: z.enum(paperTexts),
  marks: z.enum(paperMarks),
  size: z.enum(paperSizes),
  points: z.number().min(8).max(16),
  contents: z.boolean(),
  chapters: z
    .record(idSchema, z.array(idSchema).max(2000).readonly())
    .refine((books) => Object.keys(books).length <= 200, 'more than 200 books'),
});

export const settingsSchema = z.strictObject({
  /** Language of buttons and messages; `system` follows the system. */
  uiLanguage: z.enum(['system', 'zh', 'en']),
  theme: z.enum(['system', ...themes]),
  /** Size of the book's text in per cent. */
  textSize: z.int().min(80).max(300),
  /** Tenths that are added to the line height of each language, which is 1.75 for Chinese and 1.6 for others. */
  lineSpacing: z.int().min(-3).max(6),
  /** Length of a line. */
  measure: z.enum(['narrow', 'normal', 'wide']),
  /** `language` is what is usual: both edges straight in Chinese, only the left one in English. */
  alignment: z.enum(['language', 'justified', 'ragged']),
  /** Font of Chinese text, and of text in other languages. */
  hanFont: fontSchema,
  latinFont: fontSchema,
  /** Font of code: the one that Recto brings along, or the system's. */
  codeFont: z.enum(['bundled', 'system']),
  /** Size of code in per cent of its usual size beside the text. */
  codeSize: z.int().min(80).max(150),
  /** The text in one language, or with its translation: beside each block where there is room, else (or always) below it. */
  bilingual: z.enum(['off', 'side', 'stacked']),
  /** Whether long lines of code go on below instead of out of sight. */
  wrapCode: z.boolean(),
  /** Whether terms of the glossary are marked in the text. */
  showTerms: z.boolean(),
  /** What the reader has filled in for values like `<HOST_IP>`, by book and name. */
  placeholders: placeholdersSchema,
  /** The keys of the commands that the reader has given others than they come with. */
  keys: keysSchema,
  /** What the colours of marks mean to the reader; a colour without an entry goes by its own name. */
  colorMeanings: z.partialRecord(z.enum(markColors), z.string().trim().min(1).max(60)),
  /** What was searched for, the newest first. */
  searches: z.array(z.string().min(1).max(200)).max(20),
  /** Whether the contents tree stands beside the text (wide windows). */
  contentsOpen: z.boolean(),
  /** Whether the reader has been told that the data folder is a synchronised one. */
  toldOfSync: z.boolean(),
  /** What was printed or exported the last time, and how. */
  paper: paperSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

/** A change of some settings. */
export const settingsPatchSchema = settingsSchema.partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
