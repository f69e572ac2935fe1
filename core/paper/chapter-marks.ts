/** A reader's marks as they go on paper: what is painted in a chapter, and the notes behind it. */
import type { PlacedMark } from '../contract/marks.ts';
import type { MarkColor } from '../marks/mark.ts';
import type { PaperMarks } from './choice.ts';

/** Where a mark shows. Offsets are code points into the block's text, `end` exclusive. */
export interface PaperSpot {
  readonly blockId: string;
  readonly start: number;
  /** Undefined for the whole block. */
  readonly end: number | undefined;
}

export interface PaperMark {
  readonly color: MarkColor;
  /** The language of the words; undefined where these are not printed: then the block has the number alone. */
  readonly lang: string | undefined;
  /** Blocks it covers, in reading order; the number of its note stands behind the last one. Never empty. */
  readonly spots: readonly [PaperSpot, ...PaperSpot[]];
  readonly paints: boolean;
  /** The number of its note in the chapter, from 1. */
  readonly note: number | undefined;
}

export interface PaperNote {
  readonly number: number;
  readonly mark: PlacedMark;
  /** The words it is about, shortened; empty for a whole section, chapter or book. */
  readonly quote: string;
}

export interface ChapterMarks {
  readonly marks: readonly PaperMark[];
  readonly notes: readonly PaperNote[];
}

/** As much of a long passage as reminds of it, in UTF-16 units. */
const quoteLength = 160;

/**
 * The marks of one chapter. `blockIds` are those of its blocks in reading order, in whatever language; `langs` those that
 * are printed.
 */
export function chapterMarks(
  all: readonly PlacedMark[],
  chapterId: string,
  blockIds: readonly string[],
  langs: readonly string[],
  mode: PaperMarks,
): ChapterMarks {
  if (mode === 'none') return { marks: [], notes: [] };
  const rank = new Map(blockIds.map((id, at) => [id, at]));
  const here = all.flatMap((mark) => {
    const { placement } = mark;
    if (placement.kind !== 'placed' || placement.chapterId !== chapterId) return [];
    const first = rank.get(placement.range.blockId);
    const last = rank.get(placement.range.endBlockId);
    return first === undefined || last === undefined || last < first ? [] : [{ mark, placement, first, last }];
  });
  here.sort(
    (a, b) => a.last - b.last || a.placement.range.end - b.placement.range.end || a.mark.sequence - b.mark.sequence,
  );
  const marks: PaperMark[] = [];
  const notes: PaperNote[] = [];
  for (const { mark, placement, first, last } of here) {
    const note = mode === 'notes' && hasNote(mark) ? notes.length + 1 : undefined;
    const paints = mark.kind !== 'bookmark' && mark.target !== 'section';
    if (note === undefined && !paints) continue;
    const { blockId, start, endBlockId, end } = placement.range;
    const whole = mark.target !== 'text';
    const spots = blockIds.slice(first, last + 1).map((id) => ({
      blockId: id,
      start: !whole && id === blockId ? start : 0,
      end: !whole && id === endBlockId ? end : undefined,
    }));
    const [head, ...rest] = spots;
    if (head === undefined) continue;
    const lang = langs.find((one) => one === mark.anchor?.lang);
    if (note === undefined && lang === undefined) continue;
    marks.push({
      color: mark.color ?? 'yellow',
      lang,
      spots: [head, ...rest],
      paints: paints && lang !== undefined,
      note,
    });
    if (note !== undefined)
      notes.push({ number: note, mark, quote: paints ? shortened(mark.anchor?.quote ?? '') : '' });
  }
  return { marks, notes };
}

/** Notes that stand in no chapter that is printed: on the book, and those that need a place. Numbered from 1. */
export function otherNotes(all: readonly PlacedMark[], kind: 'book' | 'lost', mode: PaperMarks): PaperNote[] {
  if (mode !== 'notes') return [];
  return all
    .filter((mark) => mark.placement.kind === kind && hasNote(mark))
    .map((mark, at) => ({ number: at + 1, mark, quote: shortened(mark.anchor?.quote ?? '') }));
}

function hasNote({ body, label }: PlacedMark): boolean {
  return (body ?? '').trim() !== '' || (label ?? '').trim() !== '';
}

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  if (line.length <= quoteLength) return line;
  // Between two characters, and not inside one that takes two units.
  return `${line.slice(0, quoteLength).replace(/[\ud800-\udbff]$/, '')}…`;
}
