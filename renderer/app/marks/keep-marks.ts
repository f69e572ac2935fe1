/** Changes of marks on their way to the host, and what came of them in the state. */
import type { HostApi, Request } from '../../../core/contract/channels.ts';
import type { Draft, MarkChange, MarksChanged } from '../../../core/contract/marks.ts';
import type { Result } from '../../../core/contract/result.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import type { AppStore } from '../../state/app-state.ts';
import { marksChanged } from '../../state/marks.ts';
import { readsChanged } from '../../state/reads.ts';
import type { Reader } from '../reader.ts';
import { createMarkReader } from './read-marks.ts';

export interface MarksOptions {
  readonly page: Window;
  readonly host: HostApi;
  readonly store: AppStore;
  readonly reader: Pick<Reader, 'open' | 'look'>;
  readonly announce: (text: string) => void;
  readonly words: () => MarkMessages;
  /** False where nothing was saved; the reader knows why. */
  readonly saveFile: (name: string, content: Blob) => Promise<boolean>;
}

export interface KeptMarks {
  readonly bookId: () => string;
  /** Tells the reader of a failure, and gives the value otherwise. */
  readonly told: <T>(result: Result<T>) => T | undefined;
  /** Shows a change that the host has made. */
  readonly apply: (change: MarksChanged) => void;
  /** Reads the marks of the open book; resolves when those of the chapter on the page are there. */
  readonly read: () => Promise<void>;
  /** One step, all or nothing; false where it was not kept, of which the reader has been told. */
  readonly save: (changes: readonly MarkChange[]) => Promise<boolean>;
  /**
   * A conflict is no failure to be told: the newer version is read, and the card, which has got it then, asks what is to
   * become of the two.
   */
  readonly saveEdit: (change: MarkChange) => Promise<boolean>;
  /** Keeps what came by reading, or what the reader said of it; false where it was not kept, of which the reader has been told. */
  readonly saveReads: (order: Omit<Request<'reads:save'>, 'bookId'>) => Promise<boolean>;
  /** Also in the state; resolves to whether it is on disk. */
  readonly saveDraft: (draft: Draft) => Promise<boolean>;
  /** On disk alone. */
  readonly keepDraft: (draft: Draft) => Promise<boolean>;
}

export function keepMarks({ host, store }: Pick<MarksOptions, 'host' | 'store'>): KeptMarks {
  const bookId = (): string => store.getState().reading.manifest.id;

  const told: KeptMarks['told'] = (result) => {
    if (result.ok) return result.value;
    store.setState(({ notices }) => ({ notices: { ...notices, remark: result.error } }));
    return undefined;
  };

  function apply(change: MarksChanged): void {
    if (change.bookId !== bookId()) return;
    store.setState(({ marks, reads }) => ({
      marks: marksChanged(marks, change),
      reads: readsChanged(reads, change.sections),
    }));
  }

  function applied(result: Result<MarksChanged>): boolean {
    const saved = told(result);
    if (saved) apply(saved);
    return saved !== undefined;
  }

  /** Drafts go before what is saved for good: that takes them along. */
  let draftKept: Promise<unknown> = Promise.resolve();

  function keepDraft(draft: Draft): Promise<boolean> {
    const keeping = host['draft:save']({ bookId: bookId(), draft }).then((result) => told(result) !== undefined);
    draftKept = keeping;
    return keeping;
  }

  const markReader = createMarkReader(host, store, told);
  host.on('marks:changed', (change) => {
    markReader.note(change);
    apply(change);
  });
  host.on('marks:outdated', (outdated) => {
    if (outdated.bookId !== bookId()) return;
    void markReader.read();
    void readReads();
  });

  async function readReads(): Promise<void> {
    const found = told(await host['reads:list']({ bookId: bookId() }));
    if (found) store.setState(() => ({ reads: found.reads }));
  }

  return {
    bookId,
    told,
    apply,
    read: markReader.read,
    async save(changes) {
      await draftKept;
      return applied(await host['marks:save']({ bookId: bookId(), changes: [...changes] }));
    },
    async saveEdit(change) {
      await draftKept;
      const result = await host['marks:save']({ bookId: bookId(), changes: [change] });
      if (!result.ok && result.error.code === 'mark-conflict') {
        await markReader.read();
        return false;
      }
      return applied(result);
    },
    saveReads: async (order) => applied(await host['reads:save']({ bookId: bookId(), ...order })),
    keepDraft,
    saveDraft(draft) {
      const drafts = store.getState().marks.drafts.filter(({ id }) => id !== draft.id);
      if (draft.body.trim() !== '') drafts.push(draft);
      store.setState(({ marks }) => ({ marks: { ...marks, drafts } }));
      return keepDraft(draft);
    },
  };
}
