/** Brings the marks of the open book from the host, part by part: there may be a hundred thousand of them. */
import type { HostApi } from '../../../core/contract/channels.ts';
import type { MarksChanged, MarksOfBook, PlacedMark } from '../../../core/contract/marks.ts';
import type { Result } from '../../../core/contract/result.ts';
import type { AppStore } from '../../state/app-state.ts';
import { marksComplete, marksRead } from '../../state/marks.ts';

export interface MarkReader {
  /**
   * Reads all; resolves when the marks of the chapter on the page and the first part are there, the others follow. What is
   * shown already stays until it is known to be gone.
   */
  readonly read: () => Promise<void>;
  /** To be told of each change, so that a part which was on its way meanwhile does not bring back what is gone. */
  readonly note: (change: MarksChanged) => void;
}

/** What is known while one reading goes on. */
interface Reading {
  readonly bookId: string;
  /** Marks that are there. */
  readonly ids: Set<string>;
  /** Marks that were deleted since it began. */
  readonly gone: Set<string>;
}

/** `told` tells the reader of a failure, and gives the value otherwise. */
export function createMarkReader(
  host: Pick<HostApi, 'marks:list'>,
  store: AppStore,
  told: <T>(result: Result<T>) => T | undefined,
): MarkReader {
  let current: Reading | undefined;

  /** Undefined where it failed, or another reading or another book has taken its place. */
  async function ask(
    reading: Reading,
    which: { readonly after?: number; readonly chapterId?: string },
  ): Promise<MarksOfBook | undefined> {
    const answer = await host['marks:list']({ bookId: reading.bookId, ...which });
    if (current !== reading || store.getState().reading.manifest.id !== reading.bookId) return undefined;
    const part = told(answer);
    const marks = part?.marks.filter(({ id }) => !reading.gone.has(id)) ?? [];
    for (const { id } of marks) reading.ids.add(id);
    return part && { ...part, marks };
  }

  const show = (part: MarksOfBook): void => store.setState(({ marks }) => ({ marks: marksRead(marks, part) }));

  /**
   * What is drawn grows by doubling: drawn anew for every part, a long list would be sorted a hundred times.
   */
  async function readOn(reading: Reading, first: MarksOfBook): Promise<void> {
    let last = first;
    let waiting: PlacedMark[] = [];
    while (last.next !== null) {
      const part = await ask(reading, { after: last.next });
      if (!part) return;
      waiting.push(...part.marks);
      last = part;
      if (part.next === null || waiting.length >= store.getState().marks.list.length) {
        show({ ...part, marks: waiting });
        waiting = [];
      }
    }
    store.setState(({ marks }) => ({ marks: marksComplete(marks, reading.ids) }));
  }

  return {
    async read() {
      const state = store.getState();
      const reading: Reading = { bookId: state.reading.manifest.id, ids: new Set(), gone: new Set() };
      current = reading;
      const { shown } = state.reading;
      const isOther = state.marks.list.some(({ bookId }) => bookId !== reading.bookId);
      if (isOther) store.setState(({ marks }) => ({ marks: { ...marks, list: [], coming: 0 } }));
      const first = await ask(reading, {});
      if (!first) return;
      show(first);
      if (first.next !== null && shown.kind === 'chapter') {
        const here = await ask(reading, { chapterId: shown.chapter.id });
        if (!here) return;
        show(here);
      }
      void readOn(reading, first);
    },
    note({ bookId, changed, removed }) {
      if (current?.bookId !== bookId) return;
      for (const { id } of changed) {
        current.ids.add(id);
        current.gone.delete(id);
      }
      for (const id of removed) {
        current.ids.delete(id);
        current.gone.add(id);
      }
    },
  };
}
