/** `recto search`: the search of the reader on the command line. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flattenChapters } from '../../core/book/contents.ts';
import {
  bookManifestSchema,
  chapterPath,
  chapterSchema,
  glossaryPath,
  glossarySchema,
  type BookManifest,
} from '../../core/book/model.ts';
import { buildIndex, type SearchChapter } from '../../core/search/build-index.ts';
import { parseQuery } from '../../core/search/parse-query.ts';
import { openIndex, type SearchIndex } from '../../core/search/open-index.ts';
import { searchBook } from '../../core/search/search-book.ts';
import { namesOfTerms, searchPath } from '../../core/search/search-file.ts';
import type { Answer, Hit } from '../../core/search/search.ts';
import { exitCodes, takePositionals, UsageError, type Command, type Output } from './command.ts';
import { bundleFolder, editionId, noSuchBook, readJson } from './find-book.ts';
import type { FoundNotes } from './search-notes.ts';

const defaultLimit = 20;

export const searchCommand: Command = {
  name: 'search',
  summary: 'find text in a book',
  help: `recto search QUERY [--book BOOK] [--lang LANGUAGE] [--limit N]
             [--data DIR] [--json]

Finds the sections of a book that hold all words of QUERY, best first; where none does,
those that come nearest, each with what it lacks. What is written in the other script of
Chinese is found as well, and marked.

  "several words"   stand together
  -word             does not occur
  in:code in:title  only in code, only in headings
  in:notes          in what the reader wrote and marked
  lang:zh lang:en   only in that language

  --book    a bundle folder, or the id of a book under dist/books; default: ${editionId}
  --lang    one of the book's languages; default: all of them
  --limit   how many sections (and notes) are printed; default: ${defaultLimit}
  --data    the data folder that the notes are in; default: the reader's
  --json    print {book, query, total, exactTotal, corrections, results}; a result is
            {lang, chapter, section, title, trail, block, score, exact, missing, via,
            otherScript, excerpt, offsets}. Offsets are code points in the text of the block, end
            exclusive ("recto text" prints it); total counts all sections found.
            With in:notes also notes, {total, results}; a result is {mark, kind, lang,
            chapter, section, block, field, excerpt, offsets}, its offsets in the field
            (label, body, tags or quote) of the mark ("recto marks list --json").

Exit status: 0 found, 1 nothing found or no such book, 2 wrong usage.`,
  async run(args, output) {
    const { values, positionals } = readArgs(args);
    const [query] = takePositionals(positionals, ['QUERY']);
    const limit = readLimit(values.limit);
    const indexes = await openIndexes(values.book ?? editionId, values.lang);
    if (typeof indexes === 'string') {
      output.tell(indexes);
      return exitCodes.failed;
    }
    const languages = values.lang === undefined ? [] : [values.lang];
    const answers = searchBook(indexes.indexes, { input: query, languages, limit });
    const hits = bestFirst(answers).slice(0, limit);
    const notes = await notesFor(query, indexes.manifest, limit, values.data, output);
    if (typeof notes === 'string') {
      output.tell(notes);
      return exitCodes.failed;
    }
    if (values.json) output.print(JSON.stringify(asJson(indexes.manifest.id, query, answers, hits, notes)));
    else for (const line of [...(notes?.asText ?? []), ...hits.map(asText)]) output.print(line);
    if (!values.json) for (const line of correctionsAsText(answers)) output.tell(line);
    const count = hits.length + (notes?.total ?? 0);
    if (count === 0) output.tell('Nothing found.');
    return count > 0 ? exitCodes.ok : exitCodes.failed;
  },
};

interface SearchArgs {
  readonly values: { book?: string; lang?: string; limit?: string; data?: string; json: boolean };
  readonly positionals: readonly string[];
}

/** Not `parseArgs`: what people look for in a technical book begins with dashes as often as not. */
function readArgs(args: readonly string[]): SearchArgs {
  const values: SearchArgs['values'] = { json: false };
  const positionals: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const [, name, value] = /^--(book|lang|limit|data)(?:=(.*))?$/s.exec(arg) ?? [];
    if (arg === '--') return { values, positionals: [...positionals, ...args.slice(at + 1)] };
    if (arg === '--json') values.json = true;
    else if (name !== undefined) {
      const given = value ?? args[(at += 1)];
      if (given === undefined) throw new UsageError(`--${name} takes a value.`);
      values[name as 'book' | 'lang' | 'limit' | 'data'] = given;
    } else positionals.push(arg);
  }
  return { values, positionals };
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return defaultLimit;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UsageError(`--limit takes a number from 1, not “${text}”.`);
  return Number(text);
}

/** The indexes of a book, or a sentence that says why there are none. */
async function openIndexes(
  book: string,
  lang: string | undefined,
): Promise<{ manifest: BookManifest; indexes: SearchIndex[] } | string> {
  const folder = await bundleFolder(book);
  if (folder === undefined) return noSuchBook(book);
  const manifest = await readJson(join(folder, 'book.json'), bookManifestSchema);
  if (typeof manifest === 'string') return manifest;
  if (lang !== undefined && !manifest.languages.includes(lang)) {
    throw new UsageError(
      `“${manifest.id}” is not there in “${lang}”; its languages: ${manifest.languages.join(', ')}.`,
    );
  }
  const indexes: SearchIndex[] = [];
  for (const one of lang === undefined ? manifest.languages : [lang]) {
    const index = await indexOf(folder, manifest, one);
    if (typeof index === 'string') return index;
    indexes.push(index);
  }
  return { manifest, indexes };
}

/** The index that was compiled with the book; a bundle without one of this version is indexed now. */
async function indexOf(folder: string, manifest: BookManifest, lang: string): Promise<SearchIndex | string> {
  try {
    return openIndex(await readFile(join(folder, ...searchPath(lang).split('/'))));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing && !(error instanceof RangeError)) throw error;
  }
  const chapters: SearchChapter[] = [];
  for (const { id, languages } of flattenChapters(manifest.contents)) {
    if (!languages.includes(lang)) continue;
    const chapter = await readJson(join(folder, ...chapterPath(lang, id).split('/')), chapterSchema);
    if (typeof chapter === 'string') return chapter;
    chapters.push(chapter);
  }
  const glossary = await readJson(join(folder, glossaryPath), glossarySchema);
  // A book may have no glossary.
  const names = namesOfTerms(typeof glossary === 'string' ? [] : glossary.terms);
  return openIndex(buildIndex({ lang, chapters, names }));
}

/** Exact hits of all languages before the others. */
function bestFirst(answers: readonly Answer[]): Hit[] {
  const hits = answers.flatMap((answer) => answer.hits);
  return [...hits.filter(({ exact }) => exact), ...hits.filter(({ exact }) => !exact)];
}

/** The notes that a query asks for; undefined where it does not, a sentence where there are none to be had. */
async function notesFor(
  input: string,
  manifest: BookManifest,
  limit: number,
  dataFolder: string | undefined,
  output: Output,
): Promise<FoundNotes | string | undefined> {
  const query = parseQuery(input);
  if (!query.scopes.has('notes')) return undefined;
  const [{ findNotes }, { MarksFailure }] = await Promise.all([
    import('./search-notes.ts'),
    import('./marks/failure.ts'),
  ]);
  try {
    return await findNotes(manifest, query, limit, dataFolder, output);
  } catch (error) {
    const failure = MarksFailure.of(error);
    if (!failure) throw error;
    return failure.message;
  }
}

/** What was looked for instead of words that the book does not have, each once. */
function correctionsAsText(answers: readonly Answer[]): Set<string> {
  return new Set(
    answers
      .flatMap(({ corrections }) => corrections)
      .map(({ typed, used }) => `“${typed}” is not there; looked for ${used.map((one) => `“${one}”`).join(', ')}.`),
  );
}

function asJson(
  book: string,
  query: string,
  answers: readonly Answer[],
  hits: readonly Hit[],
  notes: FoundNotes | undefined,
): unknown {
  return {
    book,
    query,
    total: answers.reduce((sum, { total }) => sum + total, 0),
    exactTotal: answers.reduce((sum, { exactTotal }) => sum + exactTotal, 0),
    corrections: answers.flatMap(({ corrections }) => corrections),
    ...(notes && { notes: { total: notes.total, results: notes.asJson } }),
    results: hits.map(
      ({
        lang,
        chapterId,
        sectionId,
        title,
        trail,
        blockId,
        score,
        exact,
        missing,
        via,
        otherScript,
        excerpt,
        ranges,
      }) => ({
        lang,
        chapter: chapterId,
        section: sectionId,
        title,
        trail,
        block: blockId,
        score,
        exact,
        missing,
        ...(via === undefined ? {} : { via }),
        ...(otherScript && { otherScript }),
        excerpt: excerpt.text,
        offsets: ranges,
      }),
    ),
  };
}

function asText({ lang, chapterId, sectionId, title, trail, exact, missing, via, otherScript, excerpt }: Hit): string {
  const lack = missing.length > 0 ? ` — without ${missing.join(', ')}` : '';
  const name = otherScript ? ' — in the other script' : via === undefined ? '' : ` — as ${via}`;
  return `${exact ? '=' : '~'} ${chapterId}/${sectionId} (${lang}) ${[...trail, title].join(' › ')}${name}${lack}\n    ${excerpt.text}`;
}
