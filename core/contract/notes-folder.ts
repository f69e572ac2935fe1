/** The reader's folder of notes in messages: the page knows its name, and never its path. */
import { z } from 'zod';
import { idSchema } from '../book/model.ts';

/** Why a folder, or a file in it, could not be written. */
export const notesProblems = [
  /** The folder is not there: deleted, renamed, or on a disk that is not plugged in. */
  'missing',
  /** The system does not let it be written. */
  'refused',
  /** The disk is full. */
  'full',
  /** The file is not text in UTF-8, or no file. */
  'not-text',
  'too-large',
  /** Another program writes to it again and again. */
  'busy',
  /** Recto's own data folder, or something in it. */
  'own-data',
  'other',
] as const;
export type NotesProblem = (typeof notesProblems)[number];

const fileSchema = z.strictObject({
  bookId: idSchema,
  /** Its name in the folder. */
  name: z.string(),
  marks: z.int(),
  /** Passages that were changed by hand and in Recto: what stood there has become text of the reader's. Since the start. */
  kept: z.int(),
  /** Passages of marks that are not in this Recto. */
  foreign: z.int(),
  problem: z.enum(notesProblems).nullable(),
});
export type NotesFile = z.infer<typeof fileSchema>;

export const notesFolderSchema = z.strictObject({
  /** The folder's own name; null where none is chosen. */
  folder: z.string().nullable(),
  files: z.array(fileSchema).readonly(),
  /** When everything was as it is in Recto for the last time; milliseconds since 1970. */
  writtenAt: z.int().nullable(),
  /** What keeps the whole folder from being written. */
  problem: z.enum(notesProblems).nullable(),
});
export type NotesFolderState = z.infer<typeof notesFolderSchema>;
