import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chapter } from '../../../../core/book/model.ts';
import { createReadingTracker, neededMs, type BlockInView } from '../../../../core/reading/tracker.ts';

/** Forty characters: six seconds of quiet reading, one and a half for us. */
const line = '可信执行环境把代码和数据同系统隔开连内核也看不见里面的一个字节由处理器来保证这一点';
const need = neededMs(line);

function chapter(...lengths: readonly number[]): Chapter {
  return {
    id: 'c',
    lang: 'zh',
    title: 'c',
    sections: lengths.map((length, at) => ({
      id: `s${at}`,
      depth: at === 0 ? 1 : 2,
      title: `s${at}`,
      blocks: [
        { id: `s${at}.0`, kind: 'heading' as const, html: '', text: '题' },
        ...Array.from({ length }, (_, n) => ({
          id: `s${at}.${n + 1}`,
          kind: 'paragraph' as const,
          html: '',
          text: line,
        })),
      ],
    })),
  };
}

const seen = (...ids: readonly string[]): BlockInView[] => ids.map((id) => ({ id, isEndInView: true }));
const unread = (): number => 0;

describe('a section', () => {
  it('is done when its end was in the window and the reader stayed for what it takes', () => {
    const tracker = createReadingTracker(chapter(1), unread);
    expect(tracker.pass(need * 0.3, seen('s0.0', 's0.1'))).toEqual([]);
    expect(tracker.pass(need, seen('s0.0', 's0.1'))).toEqual([{ sectionId: 's0', share: 1 }]);
    expect(tracker.pass(need, seen('s0.0', 's0.1'))).toEqual([]);
  });

  it('is not done by scrolling past, however far', () => {
    const tracker = createReadingTracker(chapter(3, 3), unread);
    const all = ['s0', 's1'].flatMap((id) => [0, 1, 2, 3].map((n) => `${id}.${n}`));
    for (const id of all) expect(tracker.pass(20, seen(id))).toEqual([]);
  });

  it('is begun with its first paragraph, and not done before its end is in the window', () => {
    const tracker = createReadingTracker(chapter(4), unread);
    const [begun] = tracker.pass(need + 200, seen('s0.0', 's0.1'));
    expect(begun).toMatchObject({ sectionId: 's0' });
    expect(begun?.share).toBeGreaterThan(0.2);
    expect(begun?.share).toBeLessThan(0.3);
    const cut = [...seen('s0.2', 's0.3'), { id: 's0.4', isEndInView: false }];
    expect(tracker.pass(10 * need, cut)).toEqual([{ sectionId: 's0', share: 0.99 }]);
    expect(tracker.pass(1, seen('s0.4'))).toEqual([{ sectionId: 's0', share: 1 }]);
  });

  it('waits for those before it: time goes to what is in the window in reading order', () => {
    const tracker = createReadingTracker(chapter(1, 1), unread);
    const all = seen('s0.0', 's0.1', 's1.0', 's1.1');
    expect(tracker.pass(need * 1.2, all)).toEqual([{ sectionId: 's0', share: 1 }]);
    expect(tracker.pass(need * 1.5, all)).toEqual([{ sectionId: 's1', share: 1 }]);
  });

  it('goes on from what was read of it before', () => {
    const tracker = createReadingTracker(chapter(4), () => 0.6);
    const [more] = tracker.pass(2 * need, seen('s0.3', 's0.4'));
    expect(more).toEqual({ sectionId: 's0', share: 1 });
    expect(createReadingTracker(chapter(4), () => 1).pass(9 * need, seen('s0.1'))).toEqual([]);
  });

  it('stays as the reader has said', () => {
    const tracker = createReadingTracker(chapter(1, 1), unread);
    tracker.hold('s0');
    expect(tracker.pass(9 * need, seen('s0.0', 's0.1', 's1.0', 's1.1'))).toEqual([{ sectionId: 's1', share: 1 }]);
  });

  it('takes no more time than twenty seconds a block, and some for a picture', () => {
    expect(neededMs(line.repeat(1000))).toBe(20_000);
    expect(neededMs('')).toBe(150);
  });
});

it('never falls, and is never done in less time than nine tenths of what it needs', () => {
  const step = fc.record({
    ms: fc.integer({ min: 0, max: 2000 }),
    ids: fc.subarray(['s0.0', 's0.1', 's0.2', 's1.0', 's1.1', 's1.2', 'elsewhere']),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const tracker = createReadingTracker(chapter(2, 2), unread);
      const shares = new Map<string, number>();
      let passed = 0;
      for (const { ms, ids } of steps) {
        passed += ms;
        for (const { sectionId, share } of tracker.pass(ms, seen(...ids))) {
          expect(share).toBeGreaterThan(shares.get(sectionId) ?? 0);
          shares.set(sectionId, share);
        }
      }
      const done = [...shares.values()].filter((share) => share === 1).length;
      expect(passed).toBeGreaterThanOrEqual(done * 0.9 * 2 * need);
    }),
  );
});
