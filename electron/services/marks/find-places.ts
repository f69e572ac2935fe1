/** Between marks and the open book: what a mark is fastened to, and where it is now. */
import { setImmediate } from 'node:timers/promises';
import { makeAnchor, makeBlockAnchor, type Anchor } from '../../../core/anchor/anchor.ts';
import { chapterText, type ChapterText } from '../../../core/anchor/chapter-text.ts';
import { placeAnchor, placeUnchanged } from '../../../core/anchor/place-anchor.ts';
import { flattenChapters } from '../../../core/book/contents.ts';
import type { BlockKind } from '../../../core/book/model.ts';
import type { MarkPlacement, Spot } from '../../../core/contract/marks.ts';
import { failure, success, type Result } from '../../../core/contract/result.ts';
import type { Mark } from '../../../core/marks/mark.ts';
import type { Book } from '../library/book.ts';
import type { Fastening } from '../store/mark-store.ts';

export interface Places {
  /** Fails with not-found where the book has no such place, book-damaged. */
  readonly fasten: (spot: Spot) => Promise<Result<Fastening>>;
  readonly placementOf: (mark: Placeable) => Promise<MarkPlacement>;
  /** One for each, in their order. */
  readonly placementsOf: (marks: readonly Placeable[]) => Promise<MarkPlacement[]>;
}

type Placeable = Pick<Mark, 'target' | 'anchor'>;

interface KnownChapter {
  readonly text: ChapterText;
  readonly kinds: ReadonlyMap<string, BlockKind>;
}

export function placesOf(book: Pick<Book, 'manifest' | 'chapter'>): Places {
  const known = new Map<string, Promise<Result<KnownChapter>>>();
  const chapter = (id: string, lang: string): Promise<Result<KnownChapter>> => {
    const key = `${lang} ${id}`;
    const reading = known.get(key) ?? read(book, id, lang);
    known.set(key, reading);
    return reading;
  };
  /** Undefined where there is none that can be read. */
  const textOf = async (id: string, lang: string): Promise<ChapterText | undefined> => {
    const found = await chapter(id, lang);
    return found.ok ? found.value.text : undefined;
  };
  const otherTexts = async (chapterId: string, lang: string): Promise<ChapterText[]> => {
    const entries = flattenChapters(book.manifest.contents);
    const others = entries.filter(({ id, languages }) => id !== chapterId && languages.includes(lang));
    const texts = await Promise.all(others.map(({ id }) => textOf(id, lang)));
    return texts.filter((text) => text !== undefined);
  };

  /** Where the mark is in its own chapter, if nothing changed there: next to no work. */
  const atOnce = ({ target, anchor }: Placeable, own: ChapterText | undefined): MarkPlacement | undefined => {
    if (target === 'book' || anchor === null) return { kind: 'book' };
    // The id of a section is the author's, and stays when its title is put in other words.
    const heading =
      target === 'section' ? own?.blocks.find((block) => block.sectionId === anchor.sectionId) : undefined;
    if (own && heading) {
      const range = { blockId: heading.id, start: 0, endBlockId: heading.id, end: 0 };
      return { kind: 'placed', chapterId: own.chapterId, range };
    }
    const unchanged = own && placeUnchanged(anchor, own);
    return unchanged && { kind: 'placed', ...unchanged };
  };
  // Looking through a book takes thousands of times as long, so it is done once for each anchor.
  const searchedBefore = new Map<string, MarkPlacement>();
  const searched = async (anchor: Anchor): Promise<MarkPlacement> => {
    const key = JSON.stringify(anchor);
    const known = searchedBefore.get(key);
    if (known) return known;
    const own = await textOf(anchor.chapterId, anchor.lang);
    const found = placeAnchor(anchor, own, await otherTexts(anchor.chapterId, anchor.lang));
    searchedBefore.set(key, found);
    // Whoever waits for something else gets a turn.
    await setImmediate();
    return found;
  };
  const placementsOf = async (marks: readonly Placeable[]): Promise<MarkPlacement[]> => {
    const texts = new Map<string, ChapterText | undefined>();
    const keyOf = ({ chapterId, lang }: Anchor): string => `${lang} ${chapterId}`;
    for (const { anchor } of marks) {
      if (anchor && !texts.has(keyOf(anchor))) texts.set(keyOf(anchor), await textOf(anchor.chapterId, anchor.lang));
    }
    const placements: MarkPlacement[] = [];
    for (const mark of marks) {
      const own = mark.anchor ? texts.get(keyOf(mark.anchor)) : undefined;
      placements.push(atOnce(mark, own) ?? (mark.anchor ? await searched(mark.anchor) : { kind: 'book' }));
    }
    return placements;
  };

  return {
    async fasten(spot) {
      if (spot.target === 'book') return success({ target: 'book', anchor: null, blockKind: null });
      const found = await chapter(spot.chapterId, spot.lang);
      if (!found.ok) return found;
      return fastenIn(found.value, spot);
    },
    placementsOf,
    async placementOf(mark) {
      const [placement = { kind: 'book' }] = await placementsOf([mark]);
      return placement;
    },
  };
}

async function read(book: Pick<Book, 'chapter'>, id: string, lang: string): Promise<Result<KnownChapter>> {
  const chapter = await book.chapter(id, lang);
  if (!chapter.ok) return chapter;
  const blocks = chapter.value.sections.flatMap((section) => section.blocks);
  return success({ text: chapterText(chapter.value), kinds: new Map(blocks.map((block) => [block.id, block.kind])) });
}

function fastenIn({ text, kinds }: KnownChapter, spot: Exclude<Spot, { target: 'book' }>): Result<Fastening> {
  if (spot.target === 'text') {
    const anchor = makeAnchor(text, spot.range);
    return anchor ? success({ target: 'text', anchor, blockKind: null }) : notThere(spot.range.blockId);
  }
  if (spot.target === 'block') {
    const anchor = makeBlockAnchor(text, spot.blockId);
    const blockKind = kinds.get(spot.blockId) ?? null;
    if (anchor) return success({ target: 'block', anchor, blockKind });
  }
  // A block without words, a picture or a rule, has nothing to be found again by: its section has.
  const sectionId =
    spot.target === 'section' ? spot.sectionId : text.blocks.find(({ id }) => id === spot.blockId)?.sectionId;
  const heading = text.blocks.find((block) => block.sectionId === sectionId);
  const anchor = heading && makeBlockAnchor(text, heading.id);
  if (!anchor) return notThere(spot.target === 'section' ? spot.sectionId : spot.blockId);
  return success({ target: 'section', anchor, blockKind: null });
}

function notThere(what: string): Result<never> {
  return failure('not-found', { what });
}
