/** Chapters that are edited at random while it is known where each of their characters goes. */
import type { ChapterText, Span } from '../../../../core/anchor/chapter-text.ts';

/** Whole numbers from 0 to `below` - 1. */
export type Random = (below: number) => number;

/** A small generator of its own, so that a seed from fast-check gives the same edits again (Lehmer, MINSTD). */
export function seeded(seed: number): Random {
  let state = (Math.abs(seed) % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}

/** A character and where it stood in the text of old; undefined for what is new. */
interface Traced {
  readonly character: string;
  readonly from: number | undefined;
}

interface TracedBlock {
  readonly sectionId: string;
  readonly characters: readonly Traced[];
}

export interface Edited {
  readonly chapter: ChapterText;
  /** How a span of the edited text goes with one of the old: by the characters of the old one that are left. */
  readonly compare: (old: Span, found: Span) => { readonly precision: number; readonly recall: number };
  /** Whether nothing is left of a span of the old text. */
  readonly isGone: (old: Span) => boolean;
}

type Edit = (blocks: readonly TracedBlock[], random: Random, letters: string) => TracedBlock[];

/** Each character has one chance in ten to be left out, to become another, or to get one before it. */
const scattered: Edit = (blocks, random, letters) =>
  blocks.map(({ sectionId, characters }) => ({
    sectionId,
    characters: characters.flatMap((traced) => {
      if (random(10) > 0) return [traced];
      const other: Traced = { character: letters.charAt(random(letters.length)), from: undefined };
      return [[], [other], [other, traced]][random(3)] ?? [];
    }),
  }));

/** Runs of two to twelve characters are rewritten until a tenth is new. */
const rewritten: Edit = (blocks, random, letters) =>
  blocks.map(({ sectionId, characters }) => {
    const result: Traced[] = [];
    for (let at = 0; at < characters.length;) {
      const run = 2 + random(11);
      // One run in ten, so that a tenth of all characters is hit.
      if (random(10) === 0) {
        for (let count = random(run + 3); count > 0; count -= 1) {
          result.push({ character: letters.charAt(random(letters.length)), from: undefined });
        }
      } else result.push(...characters.slice(at, at + run));
      at += run;
    }
    return { sectionId, characters: result };
  });

/** One block in ten is left out, written twice, moved, or gets a strange one before it. */
const rearranged: Edit = (blocks, random, letters) => {
  const result = [...blocks];
  for (let count = Math.max(1, Math.round(blocks.length / 10)); count > 0 && result.length > 0; count -= 1) {
    const at = random(result.length);
    const block = result[at]!;
    const start = random(Math.max(1, letters.length - 80));
    const strange = Array.from(
      letters
        .slice(start, start + 80)
        .split('')
        .reverse(),
      (character) => ({ character, from: undefined }),
    );
    const kind = random(4);
    if (kind === 0) result.splice(at, 1);
    else if (kind === 1) result.splice(at, 0, { sectionId: block.sectionId, characters: strange });
    else if (kind === 2) result.splice(at + 1, 0, { sectionId: block.sectionId, characters: block.characters });
    else {
      result.splice(at, 1);
      const to = random(result.length + 1);
      const neighbour = result[to] ?? result[to - 1] ?? block;
      result.splice(to, 0, { sectionId: neighbour.sectionId, characters: block.characters });
    }
  }
  return result;
};

const edits = { scattered, rewritten, rearranged } as const;
export type EditName = keyof typeof edits;

/** The chapter after an edit; blocks are numbered anew, as the compiler does it. */
export function editChapter(chapter: ChapterText, edit: EditName, random: Random): Edited {
  const before = chapter.blocks.map(({ sectionId, start, end }) => ({
    sectionId,
    characters: chapter.text
      .slice(start, end)
      .split('')
      .map((character, at) => ({ character, from: start + at })),
  }));
  const after = edits[edit](before, random, chapter.text.replaceAll('\n', ''));
  const numbers = new Map<string, number>();
  const traces: (number | undefined)[] = [];
  const blocks = after.map(({ sectionId, characters }) => {
    const number = numbers.get(sectionId) ?? 0;
    numbers.set(sectionId, number + 1);
    if (traces.length > 0) traces.push(undefined);
    const start = traces.length;
    traces.push(...characters.map(({ from }) => from));
    return { id: `${sectionId}.${String(number)}`, sectionId, start, end: traces.length };
  });
  const text = after.map(({ characters }) => characters.map(({ character }) => character).join('')).join('\n');
  return {
    chapter: { ...chapter, text, blocks },
    compare({ start, end }, found) {
      const isOfOld = (from: number | undefined): from is number => from !== undefined && from >= start && from < end;
      const covered = traces.slice(found.start, found.end);
      const hits = covered.filter(isOfOld);
      return {
        precision: hits.length / covered.length,
        recall: new Set(hits).size / new Set(traces.filter(isOfOld)).size,
      };
    },
    isGone: ({ start, end }) => !traces.some((from) => from !== undefined && from >= start && from < end),
  };
}
