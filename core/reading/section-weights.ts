import type { Chapter } from '../book/model.ts';
import { readingMinutes } from '../book/reading-time.ts';

/** What part of a chapter each of its sections is, 0 to 1, by the time that reading takes. */
export function sectionWeights({ sections }: Chapter): ReadonlyMap<string, number> {
  const minutes = sections.map(({ id, blocks }) => {
    return [id, blocks.reduce((all, { text }) => all + readingMinutes(text), 0)] as const;
  });
  const total = minutes.reduce((all, [, own]) => all + own, 0);
  // A chapter of pictures alone.
  if (total === 0) return new Map(minutes.map(([id]) => [id, 1 / minutes.length]));
  return new Map(minutes.map(([id, own]) => [id, Math.min(1, own / total)]));
}
