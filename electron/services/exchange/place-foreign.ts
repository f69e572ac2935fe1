/** Gives marks of other programs a place in a book, by their words. */
import { fileMarkSchema, type FileMark } from '../../../core/marks/exchange/marks-file.ts';
import type { ForeignMark } from '../../../core/marks/exchange/foreign-mark.ts';
import { tidyTags } from '../../../core/marks/change.ts';
import type { BookManifest } from '../../../core/book/model.ts';
import type { Anchor } from '../../../core/anchor/anchor.ts';
import { anchorNowhere } from '../../../core/anchor/nowhere.ts';
import type { Places } from '../marks/find-places.ts';
import type { Fastening } from '../store/mark-store.ts';

const mostTags = 100;
const tagLength = 100;

/**
 * The mark with an anchor where its words stand in one of the book's languages; where they do not, with an anchor that
 * holds them and leads nowhere: it will be shown among those that need a place.
 */
export async function placeForeign(mark: ForeignMark, manifest: BookManifest, places: Places): Promise<FileMark> {
  const { isBookmark, quote, tags, ...content } = mark;
  const fastening = await fastenQuote(quote, manifest, places);
  return fileMarkSchema.parse({
    ...content,
    ...fastening,
    tags: tidyTags(tags.map((tag) => tag.slice(0, tagLength))).slice(0, mostTags),
    label: null,
    state: null,
    kind: isBookmark ? 'bookmark' : content.body === null ? 'highlight' : 'note',
    edition: manifest.edition,
    deletedAt: null,
    // The other program's hour is all there is to go by.
    clock: Math.max(0, content.modifiedAt),
  });
}

async function fastenQuote(quote: ForeignMark['quote'], manifest: BookManifest, places: Places): Promise<Fastening> {
  if (quote === null) return { target: 'book', anchor: null, blockKind: null };
  const anchors = manifest.languages.map((lang) => unplaced(quote, lang));
  for (const anchor of anchors) {
    const found = await places.placementOf({ target: 'text', anchor });
    if (found.kind !== 'placed') continue;
    const { chapterId, range } = found;
    const fastening = await places.fasten({ target: 'text', chapterId, lang: anchor.lang, range });
    if (fastening.ok) return fastening.value;
  }
  return { target: 'text', anchor: anchors[0] ?? unplaced(quote, 'en'), blockKind: null };
}

function unplaced({ exact, prefix, suffix }: NonNullable<ForeignMark['quote']>, lang: string): Anchor {
  return anchorNowhere({ lang, quote: exact, prefix, suffix });
}
