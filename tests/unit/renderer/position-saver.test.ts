import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Position } from '../../../core/contract/position.ts';
import { createPositionSaver } from '../../../renderer/app/position-saver.ts';

const at = (fraction: number): Position => ({ bookId: 'b', lang: 'zh', chapterId: 'c', blockId: 's.1', fraction });

describe('the position saver', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('saves the newest of many positions, within half a second', () => {
    const saved: Position[] = [];
    const saver = createPositionSaver((position) => saved.push(position));
    for (let step = 1; step <= 50; step += 1) {
      saver.note(at(step / 50));
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(500);
    expect(saved.length).toBeLessThanOrEqual(3);
    expect(saved.at(-1)).toEqual(at(1));
  });

  it('saves at once when the page goes away, and only once', () => {
    const saved: Position[] = [];
    const saver = createPositionSaver((position) => saved.push(position));
    saver.note(at(0.5));
    saver.flush();
    expect(saved).toEqual([at(0.5)]);
    vi.advanceTimersByTime(1000);
    saver.flush();
    expect(saved).toHaveLength(1);
  });

  it('does not save the same position twice', () => {
    const saved: Position[] = [];
    const saver = createPositionSaver((position) => saved.push(position));
    saver.note(at(0.5));
    vi.advanceTimersByTime(1000);
    saver.note(at(0.5));
    vi.advanceTimersByTime(1000);
    expect(saved).toHaveLength(1);
  });
});
