import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDraftKeeper } from '../../../renderer/features/marks/draft-keeper.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A keeper, what it has written so far and when, in milliseconds from the beginning. */
function start(saved = '') {
  const began = Date.now();
  const written: { text: string; at: number }[] = [];
  const kept: string[] = [];
  let works = true;
  const keeper = createDraftKeeper(saved, (text) => kept.push(text));
  const write = (text: string): Promise<boolean> => {
    written.push({ text, at: Date.now() - began });
    return Promise.resolve(works);
  };
  return {
    keeper,
    written,
    kept,
    wrote: (text: string) => keeper.wrote(text, write),
    fail: (fails: boolean) => (works = !fails),
  };
}

it('keeps a note as soon as one pauses', async () => {
  const { wrote, written, kept } = start();
  wrote('a');
  await vi.advanceTimersByTimeAsync(200);
  wrote('ab');
  await vi.advanceTimersByTimeAsync(299);
  expect(written).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toEqual([{ text: 'ab', at: 500 }]);
  expect(kept).toEqual(['ab']);
});

it('leaves never more than a second of writing unkept, however fast one key follows the other', async () => {
  const { wrote, written } = start();
  let text = '';
  for (let key = 0; key < 100; key += 1) {
    text += 'x';
    wrote(text);
    await vi.advanceTimersByTimeAsync(100);
    // A key each 100 ms: what is on disk lacks the keys of the last second at most.
    expect(text.length - (written.at(-1)?.text.length ?? 0)).toBeLessThanOrEqual(10);
  }
  // And no write for each key.
  expect(written.length).toBeLessThan(15);
});

it('keeps at once when the field is left or the page goes', () => {
  const { keeper, wrote, written } = start();
  wrote('a');
  keeper.keep();
  keeper.keep();
  expect(written).toEqual([{ text: 'a', at: 0 }]);
});

it('writes again what could not be written', async () => {
  const { keeper, wrote, written, kept, fail } = start();
  fail(true);
  wrote('a');
  await vi.advanceTimersByTimeAsync(300);
  expect(kept).toEqual([]);
  fail(false);
  keeper.keep();
  await vi.advanceTimersByTimeAsync(0);
  expect(written).toHaveLength(2);
  expect(kept).toEqual(['a']);
});

it('keeps nothing more once the note is saved for good, and all of it where that failed', async () => {
  const { keeper, wrote, written } = start('before');
  wrote('after');
  keeper.stop();
  await vi.advanceTimersByTimeAsync(2000);
  expect(written).toEqual([]);
  keeper.goOn();
  expect(written.map(({ text }) => text)).toEqual(['after']);
});
