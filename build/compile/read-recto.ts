/** `book.yaml`, the contents of a book in our own format. See docs/book-format.md. */
import { z } from 'zod';
import { generatedKinds, type GeneratedKind } from '../../core/book/generated/kinds.ts';
import { langSchema } from '../../core/book/model.ts';
import type { Problem } from '../../core/book/report.ts';
import { say } from '../../core/book/sentences/say.ts';
import type { BookFolder } from './book-folder.ts';
import type { SourceBook, SourceEntry } from './source-book.ts';
import { readYaml, type YamlPath, type YamlSource } from './yaml-source.ts';

export const rectoContentsFile = 'book.yaml';

const id = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'has to be made of a-z, 0-9 and hyphens');
const localized = z.record(langSchema, z.string().min(1));

type Title = Record<string, string>;
type YamlEntry =
  | { chapter: string; title: Title; page?: number | undefined; contents?: YamlEntry[] | undefined }
  | { part: string; title: Title; contents: YamlEntry[] }
  | { generated: GeneratedKind; title: Title };

const entry: z.ZodType<YamlEntry> = z.lazy(() =>
  z.union([
    z.strictObject({
      chapter: id,
      title: localized,
      page: z.int().positive().optional(),
      contents: z.array(entry).optional(),
    }),
    z.strictObject({ part: id, title: localized, contents: z.array(entry) }),
    z.strictObject({ generated: z.enum(generatedKinds), title: localized }),
  ]),
);

const bookYaml = z.strictObject({
  format: z.literal(1),
  id,
  edition: z.string().min(1).max(100),
  title: localized,
  languages: z.array(langSchema).min(1),
  license: z.string().max(200).optional(),
  attribution: localized.optional(),
  /** Sections that every chapter has to have. */
  sections: z.array(id).optional(),
  /** Every chapter has a file in `review/` that says what it was compared with. */
  reviewed: z.boolean().optional(),
  contents: z.array(entry).min(1),
});
type BookYaml = z.infer<typeof bookYaml>;

export interface ReadBook {
  /** Undefined where the file cannot be used. */
  readonly book: SourceBook | undefined;
  readonly problems: readonly Problem[];
}

export async function readRectoBook(folder: BookFolder): Promise<ReadBook> {
  const text = await folder.readText(rectoContentsFile);
  if (!text.ok) {
    const { code, message } = text.failure;
    const severity = 'error';
    const problemCode = code === 'not-found' ? 'file-unreadable' : code;
    return { book: undefined, problems: [{ severity, code: problemCode, file: rectoContentsFile, message }] };
  }
  const read = readYaml(text.value, { file: rectoContentsFile, schema: bookYaml, code: 'book-file-invalid' });
  if (!read.ok) return { book: undefined, problems: read.problems };
  const {
    id: bookId,
    edition,
    title,
    languages,
    license,
    attribution,
    sections,
    reviewed,
    contents,
  } = read.source.value;
  const problems: Problem[] = [];
  const reader = { source: read.source, languages, ids: new Set<string>(), problems };
  const entries = readEntries(contents, ['contents'], '', reader);
  checkTitle(title, ['title'], reader);
  const book: SourceBook = {
    dialect: 'recto',
    contentsFile: rectoContentsFile,
    id: bookId,
    edition,
    title,
    languages,
    license,
    attribution,
    requiredSections: sections ?? [],
    reviewed,
    contents: entries,
  };
  return { book, problems };
}

interface EntryReader {
  readonly source: YamlSource<BookYaml>;
  readonly languages: readonly string[];
  readonly ids: Set<string>;
  readonly problems: Problem[];
}

function readEntries(
  entries: readonly YamlEntry[],
  path: YamlPath,
  directory: string,
  reader: EntryReader,
): SourceEntry[] {
  return entries.map((item, at): SourceEntry => {
    const here = [...path, at];
    const { key, itemId } = identify(item);
    const place = [...here, key];
    if (reader.ids.has(itemId)) {
      reader.problems.push(reader.source.problem(place, say('entry-id-repeated', { id: itemId }), 'chapter-repeated'));
    }
    reader.ids.add(itemId);
    checkTitle(item.title, [...here, 'title'], reader);
    const below = [...here, 'contents'];
    if ('part' in item) {
      const children = readEntries(item.contents, below, `${directory}${item.part}/`, reader);
      return { kind: 'part', id: itemId, title: item.title, children };
    }
    // A generated chapter has no file; its path is what others link to.
    const files = Object.fromEntries(reader.languages.map((lang) => [lang, `${lang}/${directory}${itemId}.md`]));
    const generated = 'generated' in item ? item.generated : undefined;
    const [page, contents] = 'chapter' in item ? [item.page, item.contents ?? []] : [undefined, []];
    const children = readEntries(contents, below, directory, reader);
    const line = reader.source.lineOf(place);
    return { kind: 'chapter', id: itemId, title: item.title, page, generated, files, line, children };
  });
}

function identify(item: YamlEntry): { key: string; itemId: string } {
  if ('part' in item) return { key: 'part', itemId: item.part };
  return 'chapter' in item ? { key: 'chapter', itemId: item.chapter } : { key: 'generated', itemId: item.generated };
}

function checkTitle(title: Readonly<Title>, path: YamlPath, reader: EntryReader): void {
  for (const lang of reader.languages) {
    if (title[lang] !== undefined) continue;
    const message = say('title-untranslated', { place: path.map(String).join('.'), lang });
    reader.problems.push(reader.source.problem(path, message, 'translation-missing'));
  }
}
