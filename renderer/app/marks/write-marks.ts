/** Making, naming, deleting and bringing back marks. */
import type { PlacedMark, Spot } from '../../../core/contract/marks.ts';
import type { MarkColor, MarkKind } from '../../../core/marks/mark.ts';
import type { KeptMarks, MarksOptions } from './keep-marks.ts';
import { placeOf } from './places.ts';
import { spotOfBlock, spotsOn } from './spots.ts';

export interface MarkWriting {
  /** Bookmarks the block under the cursor, else the one at the reading line; takes the bookmark away where there is one. */
  readonly toggleBookmark: (blockId?: string) => Promise<void>;
  /** Highlights what is selected, else the block under the cursor. */
  readonly highlight: (color?: MarkColor, blockId?: string) => Promise<void>;
  /** Gives a mark a name of the reader's own, or with none the words of the book back. */
  readonly rename: (mark: PlacedMark, label: string) => Promise<boolean>;
  /** What was deleted, the latest first; undefined where it cannot be read, of which the reader has been told. */
  readonly bin: () => Promise<readonly PlacedMark[] | undefined>;
  /** Out of the bin; `done` says so aloud. */
  readonly restore: (ids: readonly string[], done: string) => Promise<boolean>;
  /** Out of the bin for good. */
  readonly erase: (ids: readonly string[], done: string) => Promise<boolean>;
  readonly remove: (ids: readonly string[]) => Promise<boolean>;
  readonly turn: (direction: 'undo' | 'redo') => Promise<void>;
}

export function writeMarks(
  { page, host, store, announce, words }: Omit<MarksOptions, 'reader' | 'saveFile'>,
  { bookId, told, apply, save }: KeptMarks,
): MarkWriting {
  const { chapter, currentBlock, spotFor, textOf } = spotsOn(page, store);

  function add(kind: MarkKind, spot: Spot, color: MarkColor | null): Promise<boolean> {
    return save([{ do: 'add', id: page.crypto.randomUUID(), kind, spot, content: { color } }]);
  }

  function beginning(blockId: string): string {
    return Array.from(textOf(blockId)).slice(0, 40).join('');
  }

  return {
    async toggleBookmark(wanted) {
      const shown = chapter();
      const blockId = wanted ?? currentBlock();
      const spot = shown && blockId !== undefined ? spotOfBlock(shown, blockId) : undefined;
      if (!spot || blockId === undefined) return;
      const there = store
        .getState()
        .marks.list.filter(
          (mark) =>
            mark.kind === 'bookmark' &&
            placeOf(mark)?.chapterId === shown?.id &&
            placeOf(mark)?.range.blockId === blockId,
        );
      if (there.length > 0) {
        if (await save(there.map(({ id }) => ({ do: 'delete', id })))) announce(words().unbookmarked);
      } else if (await add('bookmark', spot, null)) announce(words().bookmarked(beginning(blockId)));
    },
    async highlight(color = 'yellow', blockId) {
      const found = spotFor(blockId, true);
      if (!found || !(await add('highlight', found.spot, color))) return;
      page.getSelection()?.removeAllRanges();
      announce(words().highlighted(words().colors[color]));
    },
    rename: (mark, label) =>
      save([{ do: 'edit', id: mark.id, revision: mark.revision, patch: { label: label.trim() } }]),
    async bin() {
      const found = told(await host['marks:bin']({ bookId: bookId() }));
      return found?.marks.toSorted((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
    },
    async restore(ids, done) {
      const restored = await save(ids.map((id) => ({ do: 'restore', id })));
      if (restored) announce(done);
      return restored;
    },
    async erase(ids, done) {
      const change = told(await host['marks:erase']({ bookId: bookId(), ids: [...ids] }));
      if (!change) return false;
      apply(change);
      announce(done);
      return true;
    },
    async remove(ids) {
      const removed = await save(ids.map((id) => ({ do: 'delete', id })));
      if (removed) announce(words().deleted(ids.length));
      return removed;
    },
    async turn(direction) {
      const step = store.getState().marks.history[direction];
      if (!step) return;
      const channel = direction === 'undo' ? 'marks:undo' : 'marks:redo';
      const done = told(await host[channel]({ bookId: bookId() }));
      if (!done) return;
      apply(done);
      announce(words()[direction === 'undo' ? 'undone' : 'redone'](step.what, step.count));
    },
  };
}
