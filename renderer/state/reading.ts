/** What is being read: the book, the chapter on the page, and where on the page it has to stand. */
import type { BookManifest, Chapter, Section } from '../../core/book/model.ts';
import type { Failure, Result } from '../../core/contract/result.ts';
import type { Settings } from '../../core/contract/settings.ts';

/** A place in a chapter: a block, and how much of it (0 to 1, see features/reading/point-in-block.ts) is above the reading line. */
export interface Place {
  readonly blockId: string;
  readonly fraction: number;
}

/** Where the next layout has to put the text. A new object is a new order. */
export type Placement =
  | { readonly kind: 'top'; readonly focus: boolean }
  /** Exactly where the reader was. */
  | { readonly kind: 'place'; readonly place: Place; readonly focus: boolean }
  /** A jump: the block comes to the reading line and is marked for a moment. */
  | { readonly kind: 'target'; readonly blockId: string }
  /** Another version or arrangement of the same chapter: what was on the screen stays at its height. */
  | { readonly kind: 'same-place' };

/** How the text and its translation stand: the setting of that name. */
export type Bilingual = Settings['bilingual'];

/** The chapter's translation beside or below it. */
export type Translation =
  | { readonly kind: 'chapter'; readonly chapter: Chapter }
  | { readonly kind: 'failure'; readonly lang: string; readonly failure: Failure }
  /** The book has other languages, but not this chapter in them. */
  | { readonly kind: 'none' };

/** The chapter on the page, or why it is not there. */
export type Shown =
  | {
      readonly kind: 'chapter';
      readonly chapter: Chapter;
      /** Undefined while one language is shown. */
      readonly translation?: Translation | undefined;
      readonly placement: Placement;
    }
  | { readonly kind: 'failure'; readonly chapterId: string; readonly failure: Failure };

export interface ReadingState {
  readonly manifest: BookManifest;
  /** The language the reader chose; a chapter that lacks it shows in another. */
  readonly lang: string;
  /** The arrangement that is on the page; the setting may be a moment ahead, until a translation has been read. */
  readonly bilingual: Bilingual;
  readonly shown: Shown;
  /** The section at the reading line; undefined where no chapter is shown. */
  readonly sectionId: string | undefined;
}

export function chapterShown(
  state: ReadingState,
  chapter: Chapter,
  placement: Placement,
  translation?: Translation,
): ReadingState {
  const sectionId =
    placement.kind === 'same-place' ? state.sectionId : (placedSection(chapter, placement) ?? chapter.sections[0])?.id;
  return { ...state, shown: { kind: 'chapter', chapter, translation, placement }, sectionId };
}

/**
 * What stands beside a chapter where two languages are wanted.
 *
 * @param read the chapter in its other language, or why it is not there; undefined where it has none.
 * @returns undefined where the whole book has one language.
 */
export function translationRead(
  manifest: BookManifest,
  read: { readonly lang: string; readonly result: Result<Chapter> } | undefined,
): Translation | undefined {
  if (manifest.languages.length < 2) return undefined;
  if (read === undefined) return { kind: 'none' };
  const { lang, result } = read;
  return result.ok ? { kind: 'chapter', chapter: result.value } : { kind: 'failure', lang, failure: result.error };
}

export function failureShown(state: ReadingState, chapterId: string, failure: Failure): ReadingState {
  return { ...state, shown: { kind: 'failure', chapterId, failure }, sectionId: undefined };
}

export function sectionReached(state: ReadingState, sectionId: string): ReadingState {
  return state.sectionId === sectionId ? state : { ...state, sectionId };
}

export function shownChapterId(shown: Shown): string {
  return shown.kind === 'chapter' ? shown.chapter.id : shown.chapterId;
}

/** The section that holds a block. */
export function sectionOfBlock(chapter: Chapter, blockId: string): Section | undefined {
  return chapter.sections.find((section) => section.blocks.some((block) => block.id === blockId));
}

/** The block that a link's target (a section's or a block's id) means, or undefined where there is none. */
export function blockOfTarget(chapter: Chapter, targetId: string): string | undefined {
  const section = chapter.sections.find((candidate) => candidate.id === targetId);
  if (section) return section.blocks[0]?.id;
  return sectionOfBlock(chapter, targetId) ? targetId : undefined;
}

function placedSection(chapter: Chapter, placement: Placement): Section | undefined {
  if (placement.kind === 'place') return sectionOfBlock(chapter, placement.place.blockId);
  if (placement.kind === 'target') return sectionOfBlock(chapter, placement.blockId);
  return undefined;
}

/** Title of the section at the reading line; undefined where no chapter is shown. */
export function sectionTitle({ shown, sectionId }: ReadingState): string | undefined {
  if (shown.kind !== 'chapter') return undefined;
  return shown.chapter.sections.find((section) => section.id === sectionId)?.title ?? shown.chapter.title;
}

/** How wide the column of text is: in Han characters, also where both languages stand in it, or in letters. */
export function measureOf({ lang, shown }: ReadingState): 'han' | 'latin' {
  const translation = shown.kind === 'chapter' ? shown.translation?.kind : undefined;
  return translation === 'chapter' || (shown.kind === 'chapter' ? shown.chapter.lang : lang).startsWith('zh')
    ? 'han'
    : 'latin';
}
