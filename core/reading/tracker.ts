/**
 * When a section has been read. Time passes over the blocks in the window in reading order: each takes what it needs
 * before the next gets any, as eyes do. A section is done when the end of its last block has been in the window and its
 * blocks have had nine tenths of the time that they need together. Needed is a quarter of the time of quiet reading
 * (core/book/reading-time.ts): whoever goes over a text four times as fast has read it too, whoever scrolls past has not.
 */
import type { Chapter } from '../book/model.ts';
import { readingMinutes } from '../book/reading-time.ts';

/** A block in the window, or partly in it. */
export interface BlockInView {
  readonly id: string;
  /** Whether its end is above the window's lower edge. */
  readonly isEndInView: boolean;
}

export interface SectionShare {
  readonly sectionId: string;
  /** 0 to 1; 1 is done. */
  readonly share: number;
}

export interface ReadingTracker {
  /**
   * `ms` have passed with these blocks in the window, in reading order. Gives the sections of which more has been read by it. A
   * section is begun with the first block, other than its heading, that has had its time.
   */
  readonly pass: (ms: number, inView: readonly BlockInView[]) => readonly SectionShare[];
  /** The reader has said how it stands with a section: reading changes that no more. */
  readonly hold: (sectionId: string) => void;
}

const paceFactor = 0.25;
const leastMs = 150;
/** Listings and tables are looked through. */
const mostMs = 20_000;
const enough = 0.9;
/** What is not done does not look so, however much of it was read. */
const mostUndone = 0.99;

interface TrackedBlock {
  readonly section: TrackedSection;
  readonly isHeading: boolean;
  readonly needMs: number;
  hadMs: number;
}

interface TrackedSection {
  readonly id: string;
  readonly blocks: TrackedBlock[];
  readonly needMs: number;
  readonly lastId: string | undefined;
  isEndSeen: boolean;
  isHeld: boolean;
  share: number;
}

/** Milliseconds after which a text counts as read. */
export function neededMs(text: string): number {
  return Math.min(mostMs, Math.max(leastMs, readingMinutes(text) * 60_000 * paceFactor));
}

/**
 * For one visit of a chapter. `shareOf` gives what was read of a section before: that counts as its beginning.
 */
export function createReadingTracker(chapter: Chapter, shareOf: (sectionId: string) => number): ReadingTracker {
  const blocks = new Map<string, TrackedBlock>();
  const sections = new Map<string, TrackedSection>();
  for (const { id, blocks: own } of chapter.sections) {
    const needs = own.map(({ text }) => neededMs(text));
    const needMs = needs.reduce((all, one) => all + one, 0);
    const share = shareOf(id);
    const section: TrackedSection = {
      id,
      blocks: [],
      needMs,
      lastId: own.at(-1)?.id,
      isEndSeen: false,
      isHeld: share >= 1,
      share,
    };
    let before = share * needMs;
    for (const [at, block] of own.entries()) {
      const need = needs[at] ?? 0;
      const hadMs = Math.min(before, need);
      before -= hadMs;
      const tracked = { section, isHeading: block.kind === 'heading', needMs: need, hadMs };
      section.blocks.push(tracked);
      blocks.set(block.id, tracked);
    }
    sections.set(id, section);
  }

  return {
    pass(ms, inView) {
      let left = ms;
      const touched = new Set<TrackedSection>();
      for (const { id, isEndInView } of inView) {
        const block = blocks.get(id);
        if (!block || block.section.isHeld) continue;
        const taken = Math.min(left, block.needMs - block.hadMs);
        block.hadMs += taken;
        left -= taken;
        if (isEndInView && id === block.section.lastId) block.section.isEndSeen = true;
        touched.add(block.section);
      }
      return [...touched].flatMap((section) => {
        const share = shareNow(section);
        if (share <= section.share) return [];
        section.share = share;
        if (share === 1) section.isHeld = true;
        return [{ sectionId: section.id, share }];
      });
    },
    hold(sectionId) {
      const section = sections.get(sectionId);
      if (section) section.isHeld = true;
    },
  };
}

function shareNow({ blocks, needMs, isEndSeen }: TrackedSection): number {
  const share = blocks.reduce((all, { hadMs }) => all + hadMs, 0) / needMs;
  if (isEndSeen && share >= enough) return 1;
  const isBegun = blocks.some((block) => !block.isHeading && block.hadMs >= block.needMs);
  return isBegun ? Math.min(mostUndone, Math.floor(share * 100) / 100) : 0;
}
