/**
 * Finding the place of an anchor in a text that may have changed. Two promises: what was not changed is found where it
 * was, and nothing is ever put in a place that is only likely. What cannot be placed for sure is lost, with up to three
 * places for the reader to choose from.
 */
import type { Anchor } from './anchor.ts';
import { rangeOf, sectionsHash, type ChapterText, type TextRange } from './chapter-text.ts';
import { findQuote, mayHold, oldSpan, type Hit } from './find-quote.ts';
import { longestRun } from './longest-run.ts';

export interface Place {
  readonly chapterId: string;
  readonly range: TextRange;
}

export type Placement =
  | ({ readonly kind: 'placed' } & Place)
  /** Best first, at most three; may be empty. */
  | { readonly kind: 'lost'; readonly candidates: readonly Place[] };

/** The place of old, where nothing changed in its sections. */
export function placeUnchanged(anchor: Anchor, chapter: ChapterText): Place | undefined {
  const hash = sectionsHash(chapter, anchor.blockId, anchor.endBlockId);
  if (hash !== anchor.sectionHash || !oldSpan(anchor, chapter)) return undefined;
  const { blockId, start, endBlockId, end } = anchor;
  return { chapterId: chapter.chapterId, range: { blockId, start, endBlockId, end } };
}

/**
 * Looks for an anchor in its own chapter (undefined where the book has none of that id any more), then in the others.
 * All of one language, that of the anchor.
 */
export function placeAnchor(anchor: Anchor, own: ChapterText | undefined, others: readonly ChapterText[]): Placement {
  const unchanged = own && placeUnchanged(anchor, own);
  if (unchanged) return { kind: 'placed', ...unchanged };
  const near = own ? findQuote(anchor, own) : [];
  const sure = surest(anchor, near);
  if (sure) return sure;
  const far = others.filter((chapter) => mayHold(chapter, anchor)).flatMap((chapter) => findQuote(anchor, chapter));
  const all = [...near, ...far].sort((a, b) => b.score - a.score);
  return surest(anchor, all) ?? { kind: 'lost', candidates: all.filter(isWorthShowing).flatMap(toPlace).slice(0, 3) };
}

/** By how much the best has to be better than the next. */
const lead = 0.1;

function surest(anchor: Anchor, hits: readonly Hit[]): Placement | undefined {
  const [best, ...rest] = hits;
  if (!best || !isSure(anchor, best)) return undefined;
  if (rest.some((hit) => best.score - hit.score < lead || isRepetition(hit))) return undefined;
  const [place] = toPlace(best);
  return place && { kind: 'placed', ...place };
}

/**
 * The same passage stands twice, so the better one need not be the one that was marked: the other may have been edited
 * more. What is alike by chance agrees in a third of its characters at most.
 */
function isRepetition({ before, behind }: Hit): boolean {
  return before !== undefined && behind !== undefined && Math.min(before, behind) >= repeated;
}
const repeated = 0.6;

/** At most a fifth of the quote edited, and three quarters of all that is known agreeing. */
const leastLikeness = 0.8;
const leastScore = 0.75;

/** Context that agrees so far was not put together by chance; context that agrees so far holds the quote between it. */
const agreeing = 0.6;
const holding = 0.65;

/** Below that the quote between such contexts is another one. */
const leastBetween = 0.5;

function isSure(anchor: Anchor, hit: Hit): boolean {
  const { quote } = anchor;
  const { likeness, before, behind, score } = hit;
  const sides = [before, behind].filter((side) => side !== undefined);
  if (likeness === 1) return sides.some((side) => side >= agreeing) || isDistinctive(quote);
  if (likeness >= leastBetween && sides.some((side) => side >= agreeing) && holdsUniqueRun(quote, hit)) return true;
  if (score < leastScore) return false;
  // A few characters more or less make a short quote another: then only the text on both sides can tell.
  if (sides.length === 2 && sides.every((side) => side >= holding)) return likeness >= leastBetween;
  return weight(quote) >= shortWeight && likeness >= leastLikeness;
}

/** A run of so many, unchanged, is no chance: twelve Han characters, or four words. */
const runWeight = 12;

/**
 * Whether the longest run that the quote and the place have in common says enough, and stands in the chapter once: however
 * much was rewritten around it, it is still the same passage.
 */
function holdsUniqueRun(quote: string, { chapter: { text }, start, end }: Hit): boolean {
  const run = longestRun(quote, text.slice(start, end));
  return weight(run) >= runWeight && text.indexOf(run) === text.lastIndexOf(run);
}

/** A quote of fewer is looked for by its context: eight Han characters, or sixteen letters. */
const shortWeight = 8;

/** A quote of so many is nowhere else by chance. */
const distinctiveWeight = 32;

function isDistinctive(quote: string): boolean {
  return weight(quote) >= distinctiveWeight;
}

/** How much a quote says: a Han character as much as two letters. */
function weight(quote: string): number {
  const han = quote.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han + (quote.replace(/\s/g, '').length - han) / 2;
}

function isWorthShowing({ likeness, score }: Hit): boolean {
  return likeness >= 0.6 && score >= 0.5;
}

function toPlace({ chapter, start, end }: Hit): Place[] {
  const range = rangeOf(chapter, { start, end });
  return range ? [{ chapterId: chapter.chapterId, range }] : [];
}
