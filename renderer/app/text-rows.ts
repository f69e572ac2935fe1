/** Rows of the palette from what is written: sections of the book, and what the reader wrote and marked. */
import { localized, pathToChapter } from '../../core/book/contents.ts';
import type { BookManifest } from '../../core/book/model.ts';
import type { Hit } from '../../core/search/search.ts';
import type { PaletteItem, PaletteKind, PaletteRow } from '../features/palette/palette-item.ts';
import type { NoteResult } from '../features/search/result.ts';

interface Shown {
  readonly id: string;
  readonly kind: PaletteKind;
  readonly text: string;
  readonly ranges?: PaletteRow['ranges'];
  readonly lang: string | undefined;
  readonly path?: readonly string[];
  readonly run: () => void;
}

function rowOf({ id, kind, text, ranges = [], lang, path = [], run }: Shown): PaletteRow {
  const item: PaletteItem = {
    id,
    kind,
    names: [text],
    languages: lang === undefined ? [] : [lang],
    path,
    trail: [],
    weight: 0,
    run,
  };
  return { item, name: 0, ranges };
}

/** A section with the piece of it that answers. */
export function sectionRow(hit: Hit, manifest: BookManifest, follow: (hit: Hit) => void): PaletteRow {
  const chapter = pathToChapter(manifest.contents, hit.chapterId).map(({ title }) =>
    localized(title, hit.lang, manifest.languages),
  );
  return rowOf({
    id: `text ${hit.lang} ${hit.chapterId}/${hit.sectionId}`,
    kind: 'text',
    text: hit.excerpt.text,
    ranges: hit.excerpt.ranges,
    lang: hit.lang,
    path: [...chapter, ...hit.trail.slice(1), ...(hit.trail.length > 0 ? [hit.title] : [])],
    run: () => follow(hit),
  });
}

/** A mark with the piece of it that answers, and where it stands. */
export function markRow({ hit, place }: NoteResult, wholeBook: string, open: (markId: string) => void): PaletteRow {
  return rowOf({
    id: `mark ${hit.markId}`,
    kind: hit.kind,
    text: hit.excerpt.text,
    ranges: hit.excerpt.ranges,
    lang: hit.lang,
    path: [place === '' ? wholeBook : place],
    run: () => open(hit.markId),
  });
}

/** The row that leads to all of them. */
export function allRow(kind: 'text' | 'note', text: string, run: () => void): PaletteRow {
  return rowOf({ id: `all ${kind}`, kind, text, lang: undefined, run });
}
