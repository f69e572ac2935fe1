import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentKey, emptyContent, kindWith, patched, tidyTags } from '../../../../core/marks/change.ts';
import { tick } from '../../../../core/marks/clock.ts';
import type { Mark } from '../../../../core/marks/mark.ts';
import { someMark } from './some-marks.ts';

describe('a change of a mark', () => {
  it('touches what it names alone', () => {
    const content = { ...emptyContent, body: 'a thought', color: 'blue' as const, tags: ['sgx'] };
    expect(patched(content, { color: 'pink', state: undefined })).toEqual({ ...content, color: 'pink' });
  });

  it('takes blank texts for none', () => {
    expect(patched({ ...emptyContent, label: 'mine' }, { label: ' ', body: '\n' })).toEqual(emptyContent);
  });

  it('keeps a text as it was written', () => {
    expect(patched(emptyContent, { body: '  code\n\n' }).body).toBe('  code\n\n');
  });

  it('makes a note of a highlight and the reverse, and leaves a bookmark a bookmark', () => {
    expect(kindWith('highlight', 'a thought')).toBe('note');
    expect(kindWith('note', null)).toBe('highlight');
    expect(kindWith('bookmark', 'a thought')).toBe('bookmark');
  });

  it('tidies tags', () => {
    expect(tidyTags([' #sgx ', 'SGX', '', '远程  证明', '#'])).toEqual(['sgx', '远程 证明']);
    fc.assert(
      fc.property(fc.array(fc.string()), (tags) => {
        const tidy = tidyTags(tags);
        expect(tidyTags(tidy)).toEqual(tidy);
      }),
    );
  });

  it('is told from a change of nothing', () => {
    const mark = someMark();
    const sameContent = (a: Mark, b: Mark) => contentKey(a) === contentKey(b);
    expect(sameContent(mark, { ...mark, clock: 9, revision: 4, sequence: 7, modifiedAt: 5 })).toBe(true);
    expect(sameContent(mark, { ...mark, body: 'a thought' })).toBe(false);
    expect(sameContent(mark, { ...mark, deletedAt: 5 })).toBe(false);
    expect(sameContent(mark, { ...mark, anchor: { ...mark.anchor!, end: 8 } })).toBe(false);
  });
});

describe('the clock', () => {
  it('only grows, whatever the wall clock does', () => {
    const walls = fc.array(fc.integer({ min: -1e12, max: 4e12 }), { minLength: 2 });
    fc.assert(
      fc.property(walls, (wall) => {
        const clocks = wall.reduce<number[]>((all, ms) => [...all, tick(all.at(-1) ?? 0, ms)], []);
        expect(clocks.every((clock, at) => at === 0 || clock > clocks[at - 1]!)).toBe(true);
      }),
    );
  });

  it('follows the wall clock where that moves on', () => {
    expect(tick(1_000, 2_000.7)).toBe(2_000);
    expect(tick(2_000, 1_000)).toBe(2_001);
  });
});
