/** `book.yaml`, the contents of a book in our own format. See docs/book-format.md. */
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { langSchema } from '../../core/book/model.ts';
import type { Problem } from '../../core/book/report.ts';
import type { BookFolder } from './book-folder.ts';
import type { SourceBook, SourceEntry } from './source-book.ts';

export const rectoContentsFile = 'book.yaml';

const id = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'has to be made of a-z, 0-9 and hyphens');
const localized = z.record(langSchema, z.string().min(1));

type YamlEntry =
  | { chapter: string; title: Record<string, string>; page?: number | undefined; contents?: YamlEntry[] | undefined }
  | { part: string; title: Record<string, string>; contents: YamlEntry[] };

const entry: z.ZodType<YamlEntry> = z.lazy(() =>
  z.union([
    z.strictObject({
      chapter: id,
      title: localized,
      page: z.int().positive().optional(),
      contents: z.array(entry).optional(),
    }),
    z.strictObject({ part: id, title: localized, contents: z.array(entry) }),
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
  contents: z.array(entry).min(1),
});

export interface ReadBook {
  /** Undefined where the file cannot be used. */
  readonly book: SourceBook | undefined;
  readonly problems: readonly Problem[];
}

export async function readRectoBook(folder: BookFolder): Promise<ReadBook> {
  const text = await folder.readText(rectoContentsFile);
  if (!text.ok) {
    const { code, message } = text.failure;
    return {
      book: undefined,
      problems: [problemAt(undefined, message, code === 'not-found' ? 'file-unreadable' : code)],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text.value, { lineCounter: lines });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) =>
      problemAt(lines.linePos(pos[0]), `YAML: ${message.split(' at line ', 1)[0] ?? message}`),
    );
    return { book: undefined, problems };
  }
  const parsed = bookYaml.safeParse(toPlainValue(document));
  if (!parsed.success) {
    const problems = parsed.error.issues
      .flatMap(flattenIssue)
      .map(({ path, message }) => problemAt(placeOf(document, lines, path), `${nameOf(path)}: ${message}`));
    return { book: undefined, problems };
  }
  const { id: bookId, edition, title, languages, license, attribution, contents } = parsed.data;
  const problems: Problem[] = [];
  const reader = { document, lines, languages, ids: new Set<string>(), problems };
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
    contents: entries,
  };
  return { book, problems };
}

/** Aliases are bounded, so that a few lines cannot grow into gigabytes; a document that goes beyond is nothing. */
function toPlainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

type Path = readonly PropertyKey[];

interface EntryReader {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly languages: readonly string[];
  readonly ids: Set<string>;
  readonly problems: Problem[];
}

function readEntries(entries: readonly YamlEntry[], path: Path, directory: string, reader: EntryReader): SourceEntry[] {
  return entries.map((item, at): SourceEntry => {
    const here = [...path, at];
    const itemId = 'part' in item ? item.part : item.chapter;
    const place = placeOf(reader.document, reader.lines, [...here, 'part' in item ? 'part' : 'chapter']);
    if (reader.ids.has(itemId)) {
      reader.problems.push(problemAt(place, `The id “${itemId}” is used twice.`, 'chapter-repeated'));
    }
    reader.ids.add(itemId);
    checkTitle(item.title, [...here, 'title'], reader);
    const below = [...here, 'contents'];
    if ('part' in item) {
      const children = readEntries(item.contents, below, `${directory}${item.part}/`, reader);
      return { kind: 'part', id: itemId, title: item.title, children };
    }
    const files = Object.fromEntries(reader.languages.map((lang) => [lang, `${lang}/${directory}${itemId}.md`]));
    const children = readEntries(item.contents ?? [], below, directory, reader);
    return { kind: 'chapter', id: itemId, title: item.title, page: item.page, files, line: place?.line, children };
  });
}

function checkTitle(title: Readonly<Record<string, string>>, path: Path, reader: EntryReader): void {
  const place = placeOf(reader.document, reader.lines, path);
  for (const lang of reader.languages) {
    if (title[lang] === undefined) {
      reader.problems.push(
        problemAt(place, `${nameOf(path)} is missing in the language ${lang}.`, 'translation-missing'),
      );
    }
  }
}

interface Issue {
  readonly path: Path;
  readonly message: string;
}

/** A union complains about every branch; the branch that got furthest is the one that was meant. */
function flattenIssue(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((errors) =>
    errors.flatMap(flattenIssue).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  return branches.reduce((best, branch) => (branch.length < best.length ? branch : best));
}

function placeOf(document: Document, lines: LineCounter, path: Path): { line: number; col: number } | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]);
  }
  return undefined;
}

function nameOf(path: Path): string {
  return path.length === 0 ? rectoContentsFile : path.map(String).join('.');
}

function problemAt(
  place: { line: number; col: number } | undefined,
  message: string,
  code: Problem['code'] = 'book-file-invalid',
): Problem {
  const position = place === undefined ? {} : { line: place.line, column: place.col };
  return { severity: 'error', code, file: rectoContentsFile, ...position, message };
}
