import { flattenChapters, localized } from '../../../core/book/contents.ts';
import { bookMinutes } from '../../../core/book/reading-time.ts';
import { readStateOf, summarizeReads, type ReadSummary, type SectionRead } from '../../../core/reading/section-read.ts';
import { takePositionals } from '../command.ts';
import { chooseBook, withStore, type ChosenBook } from './open.ts';
import type { MarksAction } from './options.ts';

/** `recto marks read`: what was read of a book, chapter by chapter; as JSON with each section that was looked at. */
export const listReads: MarksAction = (options, output) =>
  withStore(options, output, false, async (opened) => {
    takePositionals(options.positionals, []);
    const chosen = await chooseBook(options, opened);
    const reads = opened.store.reads.list(chosen.name.id);
    const summary = summarizeReads(chosen.book?.manifest.contents ?? [], reads);
    const chapters = chaptersOf(chosen, reads, summary);
    if (options.json) {
      output.print(JSON.stringify({ ok: true, book: chosen.name.id, ...bookShare(chosen, summary), chapters }));
      return;
    }
    for (const { title, state, share } of chapters.filter((chapter) => chapter.state !== 'unread')) {
      output.print(`${state.padEnd(8)}${String(Math.round(100 * share)).padStart(3)}%  ${title}`);
    }
    const done = chapters.filter(({ state }) => state === 'done').length;
    output.tell(`${String(done)} of ${String(chapters.length)} chapters of “${chosen.name.id}” read`);
  });

function chaptersOf({ book }: ChosenBook, reads: readonly SectionRead[], summary: ReadSummary) {
  const sectionsOf = (chapterId: string) =>
    reads
      .filter((read) => read.chapterId === chapterId)
      .map(({ sectionId, share, byHand }) => ({ id: sectionId, state: readStateOf(share), share, byHand }));
  const known = flattenChapters(book?.manifest.contents ?? []).map(({ id, title }) => ({
    id,
    title: localized(title, book?.manifest.languages[0] ?? ''),
  }));
  // Without the book, and for what it does not have any more, ids have to do.
  const ids = new Set(known.map(({ id }) => id));
  const others = [...new Set(reads.map(({ chapterId }) => chapterId))].filter((id) => !ids.has(id));
  return [...known, ...others.map((id) => ({ id, title: id }))].map(({ id, title }) => ({
    id,
    title,
    state: summary.ofChapter(id),
    share: summary.chapterShare(id),
    sections: sectionsOf(id),
  }));
}

/** Of the whole book, by the time that its chapters take; nothing where that is not known. */
function bookShare({ book }: ChosenBook, summary: ReadSummary): { readonly share?: number } {
  if (!book) return {};
  const { contents, languages } = book.manifest;
  const minutes = bookMinutes(contents, languages[0] ?? '', summary.chapterShare);
  return minutes ? { share: minutes.read / minutes.total } : {};
}
