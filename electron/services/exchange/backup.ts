/**
 * The whole of what a reader wrote as one zip, which people can look into: the complete marks of each book (JSON), the
 * same as a page to read (Markdown), drafts, positions, settings, and a list of all with their SHA-256.
 */
import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { draftSchema, type Draft } from '../../../core/contract/marks.ts';
import { positionSchema, type Position } from '../../../core/contract/position.ts';
import { sectionReadSchema } from '../../../core/contract/reads.ts';
import { settingsPatchSchema, type SettingsPatch } from '../../../core/contract/settings.ts';
import {
  isoTimeSchema,
  readMarksJson,
  writeMarksJson,
  type MarksFile,
} from '../../../core/marks/exchange/marks-file.ts';
import { blockIdsOf } from '../../../core/marks/exchange/block-ids.ts';
import { writeMarkdown } from '../../../core/marks/exchange/markdown.ts';
import { parseJson } from '../../../core/marks/exchange/parse-json.ts';
import type { PlaceNames } from '../../../core/marks/exchange/place-names.ts';
import type { SectionRead } from '../../../core/reading/section-read.ts';
import { problem, shapeProblem, type Read } from '../../../core/marks/exchange/problem.ts';
import { decodeText } from './read-file.ts';
import { unpackZip } from './unpack-zip.ts';

export interface BookBackup {
  /** With those in the bin. */
  readonly file: MarksFile;
  readonly drafts: readonly Draft[];
  readonly position: Position | null;
  readonly reads: readonly SectionRead[];
}

export interface Backup {
  readonly madeAt: number;
  readonly books: readonly BookBackup[];
  readonly settings: SettingsPatch;
}

const backupFormat = 'recto-backup';
/** 2: with what was read. A Recto that knows 1 alone would take the file for broken. */
const backupVersion = 2;

/** Inside a zip every entry has a date; the same content is to give the same bytes. */
const entryDate = new Date(2000, 0, 1);

export function packBackup({ madeAt, books, settings }: Backup, names: (file: MarksFile) => PlaceNames): Uint8Array {
  const texts = new Map<string, string>();
  for (const { file, drafts, position, reads } of books) {
    texts.set(`notes/${file.book.id}.json`, writeMarksJson(file));
    texts.set(
      `notes/${file.book.id}.md`,
      writeMarkdown(outsideBin(file), { ...names(file), blockId: blockIdsOf(file.marks.map(({ id }) => id)) }),
    );
    texts.set(`reading/${file.book.id}.json`, `${JSON.stringify({ position, drafts, reads }, null, 1)}\n`);
  }
  texts.set('settings.json', `${JSON.stringify(settings, null, 1)}\n`);
  const files = Object.fromEntries([...texts].map(([path, text]) => [path, sha256(strToU8(text))]));
  const manifest = {
    format: backupFormat,
    version: backupVersion,
    madeAt: new Date(madeAt).toISOString(),
    books: books.map(({ file }) => file.book.id),
    files,
  };
  const entries = [['manifest.json', `${JSON.stringify(manifest, null, 1)}\n`] as const, ...texts];
  return zipSync(Object.fromEntries(entries.map(([path, text]) => [path, strToU8(text)])), { mtime: entryDate });
}

const manifestSchema = z.object({
  format: z.literal(backupFormat),
  version: z.int(),
  madeAt: isoTimeSchema,
  books: z.array(z.string()).max(10_000),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

const readingSchema = z.strictObject({
  position: positionSchema.nullable(),
  drafts: z.array(draftSchema),
  /** A backup of before Recto knew what was read has none. */
  reads: z.array(sectionReadSchema).default([]),
});

/** Whether bytes are a zip: its first entry begins with them. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Everything or nothing: a file that is missing or has changed since is a failure. */
export function unpackBackup(bytes: Uint8Array): Read<Backup> {
  const unpacked = unpackZip(bytes);
  if (!unpacked.ok) return unpacked;
  const entries = unpacked.value;
  const json = readEntry(entries, 'manifest.json');
  if (!json.ok) return json;
  const manifest = manifestSchema.safeParse(json.value);
  if (!manifest.success) return shapeProblem(manifest.error);
  if (manifest.data.version > backupVersion) return problem('newer', String(manifest.data.version));
  for (const [path, hash] of Object.entries(manifest.data.files)) {
    const content = entries.get(path);
    if (!content) return problem('unreadable', `${path} is missing`);
    if (sha256(content) !== hash) return problem('unreadable', `${path} is not what was written`);
  }
  const books: BookBackup[] = [];
  for (const id of manifest.data.books) {
    const book = readBook(entries, id);
    if (!book.ok) return book;
    books.push(book.value);
  }
  const settings = readEntry(entries, 'settings.json');
  if (!settings.ok) return settings;
  return { ok: true, value: { madeAt: manifest.data.madeAt, books, settings: knownSettings(settings.value) } };
}

function readBook(entries: ReadonlyMap<string, Uint8Array>, id: string): Read<BookBackup> {
  const notes = readEntry(entries, `notes/${id}.json`);
  if (!notes.ok) return notes;
  const file = readMarksJson(notes.value);
  if (!file.ok) return file;
  if (file.value.book.id !== id) return problem('mixed-books', `${id}, ${file.value.book.id}`);
  const json = readEntry(entries, `reading/${id}.json`);
  if (!json.ok) return json;
  const reading = readingSchema.safeParse(json.value);
  if (!reading.success) return shapeProblem(reading.error);
  return { ok: true, value: { file: file.value, ...reading.data } };
}

function readEntry(entries: ReadonlyMap<string, Uint8Array>, path: string): Read<unknown> {
  const bytes = entries.get(path);
  if (!bytes) return problem('unknown-format', `a zip without ${path}`);
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const json = parseJson(text.value);
  return json.ok ? json : problem('unreadable', `${path}: ${json.problem.what}`);
}

/** One by one: a setting that this version does not know is no reason to refuse a backup. */
function knownSettings(value: unknown): SettingsPatch {
  const entries = Object.entries(z.record(z.string(), z.unknown()).safeParse(value).data ?? {});
  const known = entries.filter(([key, one]) => settingsPatchSchema.safeParse({ [key]: one }).success);
  return settingsPatchSchema.parse(Object.fromEntries(known));
}

function outsideBin(file: MarksFile): MarksFile {
  return { ...file, marks: file.marks.filter(({ deletedAt }) => deletedAt === null) };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
