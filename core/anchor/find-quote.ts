/** Where the quote of an anchor may stand in a chapter: every place worth judging, with how well it fits. */
import approximately from 'approx-string-match';
import { contextLength, type Anchor } from './anchor.ts';
import { spanOf, type ChapterText, type Span } from './chapter-text.ts';
import { agreement, bestCut } from './nearness.ts';

export interface Hit extends Span {
  readonly chapter: ChapterText;
  /** 1 for the exact words, less by the share of their characters that was edited. */
  readonly likeness: number;
  /** How like the text before and behind is to what stood there, 1 to 0; undefined where nothing stood there. */
  readonly before: number | undefined;
  readonly behind: number | undefined;
  /** All of it in one number, 0 to 1. */
  readonly score: number;
}

/** More occurrences than any quote needs that says something. */
const mostHits = 400;

/** What is looked for, as a share of edited characters. Judging comes later: a reader is shown more than is accepted. */
const looseEdits = 0.4;

/** Hits that do not overlap, best first. */
export function findQuote(anchor: Anchor, chapter: ChapterText): Hit[] {
  const spans = [...exactSpans(chapter.text, anchor.quote), ...looseSpans(anchor, chapter.text)];
  const hits = spans.map((span) => judge(anchor, chapter, span)).sort((a, b) => b.score - a.score);
  const kept: Hit[] = [];
  for (const hit of hits) {
    if (!kept.some((other) => hit.start < other.end && other.start < hit.end)) kept.push(hit);
  }
  return kept;
}

function exactSpans(text: string, quote: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(quote); at >= 0 && spans.length < mostHits; at = text.indexOf(quote, at + 1)) {
    spans.push({ start: at, end: at + quote.length });
  }
  return spans;
}

/** The places most like the quote, and those most like the quote with what stood around it. */
function looseSpans({ quote, prefix, suffix }: Anchor, text: string): Span[] {
  const around = mostAlike(text, prefix + quote + suffix).map(({ start, end }) => ({
    start: Math.min(end, start + prefix.length),
    end: Math.max(start, end - suffix.length),
  }));
  const head = quote.slice(0, contextLength);
  const tail = quote.slice(-contextLength);
  return [...mostAlike(text, quote), ...around]
    .map(({ start, end }) => ({ start: bestCut(text, start, prefix, head), end: bestCut(text, end, tail, suffix) }))
    .filter(({ start, end }) => end > start);
}

/** The search gives the best alone; the next is the best of what is left and right of it. At most three. */
function mostAlike(text: string, pattern: string): Span[] {
  const best = mostLike(text, pattern, 0);
  if (!best) return [];
  const left = mostLike(text.slice(0, best.start), pattern, 0);
  const right = mostLike(text.slice(best.end), pattern, best.end);
  return [best, left, right].filter((span) => span !== undefined);
}

function mostLike(text: string, pattern: string, offset: number): Span | undefined {
  const [first] = approximately(text, pattern, Math.floor(pattern.length * looseEdits));
  return first && { start: first.start + offset, end: first.end + offset };
}

function judge(anchor: Anchor, chapter: ChapterText, span: Span): Hit {
  const { text } = chapter;
  const likeness = likenessOf(text.slice(span.start, span.end), anchor.quote);
  const before = agreement(text, span.start, { left: anchor.prefix });
  const behind = agreement(text, span.end, { right: anchor.suffix });
  const parts: [weight: number, value: number][] = [
    [50, likeness],
    [10, samePlace(anchor, chapter, span)],
    ...(before === undefined ? [] : [[20, before] as [number, number]]),
    ...(behind === undefined ? [] : [[20, behind] as [number, number]]),
  ];
  const whole = parts.reduce((sum, [weight]) => sum + weight, 0);
  const score = parts.reduce((sum, [weight, value]) => sum + weight * value, 0) / whole;
  return { ...span, chapter, likeness, before, behind, score };
}

function likenessOf(found: string, quote: string): number {
  if (found === quote) return 1;
  const [match] = approximately(found, quote, quote.length);
  const edits = (match?.errors ?? quote.length) + Math.max(0, found.length - quote.length);
  return Math.max(0, 1 - edits / quote.length);
}

/** 1 in the block of old, less in its section, its chapter, elsewhere. */
function samePlace(anchor: Anchor, chapter: ChapterText, span: Span): number {
  if (chapter.chapterId !== anchor.chapterId) return 0;
  const block = chapter.blocks.find(({ end }) => end > span.start);
  if (block?.id === anchor.blockId) return 1;
  return block?.sectionId === anchor.sectionId ? 0.7 : 0.4;
}

/** Length of the pieces of a quote one of which has to be in a chapter unchanged, and how many are tried. */
const pieceLength = 6;
const mostPieces = 60;

/**
 * Whether a closer look at a chapter is worth its time. A quote with a fifth of its characters edited has a piece of
 * six left, unless the edits were spread on purpose; a shorter one has to be there whole.
 */
export function mayHold({ text }: ChapterText, { quote }: Anchor): boolean {
  if (quote.length <= pieceLength) return text.includes(quote);
  const step = Math.max(1, Math.floor((quote.length - pieceLength) / mostPieces));
  for (let at = 0; at + pieceLength <= quote.length; at += step) {
    if (text.includes(quote.slice(at, at + pieceLength))) return true;
  }
  return false;
}

/** The span of old, where it holds the same words still. */
export function oldSpan(anchor: Anchor, chapter: ChapterText): Span | undefined {
  const span = spanOf(chapter, anchor);
  return span && chapter.text.slice(span.start, span.end) === anchor.quote ? span : undefined;
}
