/** Questions one asks the way through a book. All pure. */
import { flattenChapters, neighbours } from '../../core/book/contents.ts';
import type { ContentsEntry } from '../../core/book/model.ts';
import type { Trail, TrailPoint } from '../../core/contract/trail.ts';
import { trailLimit } from '../../core/contract/trail-limit.ts';
import type { Route } from './route.ts';

/** The newest points of a trail, as many as are kept. */
export function newestPoints({ points, at }: Trail): Trail {
  const dropped = Math.max(0, points.length - trailLimit);
  return { points: points.slice(dropped), at: Math.max(0, at - dropped) };
}

/** The trail without the points whose chapters the book no longer has. */
export function knownPoints({ points, at }: Trail, contents: readonly ContentsEntry[]): Trail {
  const known = new Set(flattenChapters(contents).map(({ id }) => id));
  const isKnown = ({ chapterId }: TrailPoint): boolean => known.has(chapterId);
  return { points: points.filter(isKnown), at: Math.max(0, points.slice(0, at + 1).filter(isKnown).length - 1) };
}

/**
 * The trail with the reader at a point in that chapter: where it says so, else at the nearest such point, else at a new one.
 * Trail and position are saved apart, so one of them may be a step behind.
 */
export function aroundChapter(trail: Trail, chapterId: string): Trail {
  const { points, at } = trail;
  const distances = points.map((point, index) => (point.chapterId === chapterId ? Math.abs(index - at) : Infinity));
  const least = Math.min(...distances);
  if (least < Infinity) return { points, at: distances.indexOf(least) };
  const before = points.slice(0, at + 1);
  return { points: [...before, { chapterId }], at: before.length };
}

/** Whether a step leads away from where one read; turning to the next or previous chapter is reading on. */
export function isJump(contents: readonly ContentsEntry[], from: TrailPoint, to: Route): boolean {
  if (from.chapterId === to.chapterId || to.targetId !== undefined) return true;
  const { previous, next } = neighbours(contents, from.chapterId);
  return to.chapterId !== previous?.id && to.chapterId !== next?.id;
}
