/** What can be done with marks from keys, menus and the page: the state is written here, the host keeps it. Loaded after the first text. */
import type { Chapter } from '../../../core/book/model.ts';
import type { HostApi, Request, Response } from '../../../core/contract/channels.ts';
import type { Draft, MarkChange, MarksChanged, PlacedMark, Spot } from '../../../core/contract/marks.ts';
import { mostImportChars } from '../../../core/contract/mark-limits.ts';
import { failure, type Result } from '../../../core/contract/result.ts';
import { tidyTags } from '../../../core/marks/change.ts';
import type { ExportFormat } from '../../../core/marks/exchange/formats.ts';
import { problemText } from '../../../core/marks/exchange/problem-text.ts';
import type { MarkColor, MarkKind } from '../../../core/marks/mark.ts';
import { sortMarks } from '../../../core/marks/select.ts';
import { selectedText } from '../../anchor/selected-text.ts';
import { cursorBlock } from '../../features/cursor/block-cursor.ts';
import type { NoteContent } from '../../features/marks/NoteCard.tsx';
import type { MarkMessages } from '../../i18n/marks.ts';
import type { AppStore } from '../../state/app-state.ts';
import { marksChanged, type OpenNote } from '../../state/marks.ts';
import { readsChanged } from '../../state/reads.ts';
import type { Reader } from '../reader.ts';
import { bookRank, placeOf } from './places.ts';
import { createMarkReader } from './read-marks.ts';
import { createReads, type Reads } from './reads.ts';

export interface Marks {
  /** Reads the marks of the open book; resolves when those of the chapter on the page are there. */
  readonly read: () => Promise<void>;
  /** Bookmarks the block under the cursor, else the one at the reading line; takes the bookmark away where there is one. */
  readonly toggleBookmark: (blockId?: string) => Promise<void>;
  /** Highlights what is selected, else the block under the cursor. */
  readonly highlight: (color?: MarkColor, blockId?: string) => Promise<void>;
  /** Opens a note on what is selected, else on the block under the cursor or at the reading line. */
  readonly note: (blockId?: string) => void;
  /** Opens a note on the whole book, or on the chapter that is shown. */
  readonly noteOn: (what: 'book' | 'chapter') => void;
  readonly open: (mark: PlacedMark) => void;
  readonly closeNote: () => void;
  /** Keeps what the open note holds and closes it; a new one without words and tags is not made. False where it was not kept. */
  readonly finishNote: (open: OpenNote, content: NoteContent) => Promise<boolean>;
  /** Opens the note that was not finished. */
  readonly takeUpDraft: () => void;
  /** False where it was not kept; the reader has been told. */
  readonly save: (changes: readonly MarkChange[]) => Promise<boolean>;
  /** Gives a mark a name of the reader's own, or with none the words of the book back. */
  readonly rename: (mark: PlacedMark, label: string) => Promise<boolean>;
  /** What was deleted, the latest first; undefined where it cannot be read, of which the reader has been told. */
  readonly bin: () => Promise<readonly PlacedMark[] | undefined>;
  /** Out of the bin; `done` says so aloud. */
  readonly restore: (ids: readonly string[], done: string) => Promise<boolean>;
  /** Out of the bin for good. */
  readonly erase: (ids: readonly string[], done: string) => Promise<boolean>;
  readonly remove: (ids: readonly string[]) => Promise<boolean>;
  /** Resolves to whether it is on disk. */
  readonly saveDraft: (draft: Draft) => Promise<boolean>;
  /** Saves all marks as a file where the reader says. */
  readonly exportAs: (format: ExportFormat) => Promise<void>;
  /** What would become of the marks in a file, or with `take` has become. */
  readonly importText: (text: string, take: boolean) => Promise<Result<Response<'marks:import'>>>;
  readonly turn: (direction: 'undo' | 'redo') => Promise<void>;
  /** Goes to the next mark in the book from where one reads. */
  readonly step: (direction: 'next' | 'previous') => void;
  readonly goTo: (mark: PlacedMark) => void;
  /** What was read. */
  readonly reads: Reads;
  /** Keeps what came by reading, or what the reader said of it; false where it was not kept, of which the reader has been told. */
  readonly saveReads: (order: Omit<Request<'reads:save'>, 'bookId'>) => Promise<boolean>;
  /** Goes to a mark, and opens its note where it has one, or no place to go to. */
  readonly show: (mark: PlacedMark) => Promise<void>;
}

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

export function createMarks({ page, host, store, reader, announce, words, saveFile }: MarksOptions): Marks {
  const state = () => store.getState();
  const bookId = (): string => state().reading.manifest.id;
  const article = (): HTMLElement | null => page.document.querySelector<HTMLElement>('main article');

  function told<T>(result: Result<T>): T | undefined {
    if (result.ok) return result.value;
    store.setState(({ notices }) => ({ notices: { ...notices, remark: result.error } }));
    return undefined;
  }

  function apply(change: MarksChanged): void {
    if (change.bookId !== bookId()) return;
    store.setState(({ marks, reads }) => ({
      marks: marksChanged(marks, change),
      reads: readsChanged(reads, change.sections),
    }));
  }

  /** Drafts go before what is saved for good: that takes them along. */
  let draftKept: Promise<unknown> = Promise.resolve();

  function keepDraft(draft: Draft): Promise<boolean> {
    const keeping = host['draft:save']({ bookId: bookId(), draft }).then((result) => told(result) !== undefined);
    draftKept = keeping;
    return keeping;
  }

  async function save(changes: readonly MarkChange[]): Promise<boolean> {
    await draftKept;
    const saved = told(await host['marks:save']({ bookId: bookId(), changes: [...changes] }));
    if (saved) apply(saved);
    return saved !== undefined;
  }

  /**
   * A conflict is no failure to be told: the newer version is read, and the card, which has got it then, asks what is to
   * become of the two.
   */
  async function saveEdit(change: MarkChange): Promise<boolean> {
    await draftKept;
    const result = await host['marks:save']({ bookId: bookId(), changes: [change] });
    if (!result.ok && result.error.code === 'mark-conflict') {
      await markReader.read();
      return false;
    }
    const saved = told(result);
    if (saved) apply(saved);
    return saved !== undefined;
  }

  /** The chapter on the page, if there is one. */
  function chapter(): Chapter | undefined {
    const { shown } = state().reading;
    return shown.kind === 'chapter' ? shown.chapter : undefined;
  }

  /** The block that is meant where nothing is selected; undefined before a chapter is there. */
  function currentBlock(): string | undefined {
    return cursorBlock(page)?.dataset.block ?? state().progress.blockId;
  }

  /** A heading stands for what is below it, unless its own words are meant. */
  function spotOfBlock({ id, lang, sections }: Chapter, blockId: string, words = false): Spot | undefined {
    const section = sections.find(({ blocks }) => blocks.some((block) => block.id === blockId));
    if (!section) return undefined;
    if (!words && section.blocks[0]?.id === blockId)
      return { target: 'section', chapterId: id, lang, sectionId: section.id };
    return { target: 'block', chapterId: id, lang, blockId };
  }

  /** What is selected, else the block; with its words. */
  function spotFor(
    blockId: string | undefined,
    words = false,
  ): { readonly spot: Spot; readonly quote: string } | undefined {
    const shown = chapter();
    const text = article();
    if (!shown) return undefined;
    const selected = blockId === undefined && text ? selectedText(text, page.getSelection()) : undefined;
    if (selected) {
      const { lang, range, text: quote } = selected;
      return { spot: { target: 'text', chapterId: shown.id, lang, range }, quote };
    }
    const block = blockId ?? currentBlock();
    const spot = block === undefined ? undefined : spotOfBlock(shown, block, words);
    return spot && block !== undefined ? { spot, quote: textOf(block) } : undefined;
  }

  const edit = (open: OpenNote | undefined): void => store.setState(({ marks }) => ({ marks: { ...marks, open } }));

  const open = (mark: PlacedMark): void => {
    const draft = state().marks.drafts.find(({ id }) => id === mark.id);
    edit({ id: mark.id, spot: null, quote: '', body: draft?.body ?? mark.body ?? '', revision: draft?.revision });
  };

  async function add(kind: MarkKind, spot: Spot, color: MarkColor | null): Promise<boolean> {
    return save([{ do: 'add', id: page.crypto.randomUUID(), kind, spot, content: { color } }]);
  }

  function textOf(blockId: string): string {
    const blocks = chapter()?.sections.flatMap((section) => section.blocks) ?? [];
    return blocks.find(({ id }) => id === blockId)?.text ?? '';
  }

  function beginning(blockId: string): string {
    return Array.from(textOf(blockId)).slice(0, 40).join('');
  }

  /** The next bookmark, highlight or note after or before the reading line, and its place among all. */
  function neighbour(direction: 'next' | 'previous'): PlacedMark | undefined {
    const { manifest, lang } = state().reading;
    const rank = bookRank(manifest, lang);
    const placed = state().marks.list.filter((mark) => placeOf(mark) !== undefined);
    const sorted = sortMarks(placed, 'book', rank);
    const here = chapter();
    const blockId = currentBlock();
    if (!here || blockId === undefined) return sorted[0];
    const at = rank({ placement: { kind: 'placed', chapterId: here.id, range: wholeBlock(blockId) } }) ?? 0;
    return direction === 'next'
      ? sorted.find((mark) => (rank(mark) ?? 0) > at)
      : sorted.findLast((mark) => (rank(mark) ?? 0) < at);
  }

  function goTo(mark: PlacedMark): void {
    const place = placeOf(mark);
    if (place) void reader.open({ chapterId: place.chapterId, targetId: place.range.blockId });
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

  async function saveReads(order: Omit<Request<'reads:save'>, 'bookId'>): Promise<boolean> {
    const saved = told(await host['reads:save']({ bookId: bookId(), ...order }));
    if (saved) apply(saved);
    return saved !== undefined;
  }

  return {
    reads: createReads({ store, reader, announce, words, save: saveReads, told }),
    saveReads,
    read: markReader.read,
    async toggleBookmark(wanted) {
      const shown = chapter();
      const blockId = wanted ?? currentBlock();
      const spot = shown && blockId !== undefined ? spotOfBlock(shown, blockId) : undefined;
      if (!spot || blockId === undefined) return;
      const there = state().marks.list.filter(
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
    note(blockId) {
      const found = spotFor(blockId);
      if (found) edit({ id: page.crypto.randomUUID(), ...found, body: '' });
    },
    noteOn(what) {
      const first = chapter()?.sections[0]?.blocks[0];
      const found = what === 'book' ? { spot: { target: 'book' } as const, quote: '' } : first && spotFor(first.id);
      if (found) edit({ id: page.crypto.randomUUID(), ...found, body: '' });
    },
    open,
    closeNote: () => edit(undefined),
    async finishNote(note, { body, label, tags, color, state: markState, revision }) {
      const content = { body, label, tags: tidyTags(tags), color, state: markState };
      const isEmpty = body.trim() === '' && content.tags.length === 0;
      let kept = true;
      const draft = state().marks.drafts.find(({ id }) => id === note.id)?.body;
      if (revision !== undefined) kept = await saveEdit({ do: 'edit', id: note.id, revision, patch: content, draft });
      else if (note.spot && !isEmpty) {
        kept = await save([{ do: 'add', id: note.id, kind: 'note', spot: note.spot, content }]);
      }
      if (!kept) return false;
      const wasDraft = state().marks.drafts.some(({ id }) => id === note.id);
      const drafts = state().marks.drafts.filter(({ id }) => id !== note.id);
      store.setState(({ marks }) => ({ marks: { ...marks, drafts } }));
      if (isEmpty && wasDraft) await keepDraft({ id: note.id, spot: note.spot, body: '' });
      if (revision !== undefined || !isEmpty) announce(words().saved);
      edit(undefined);
      return true;
    },
    takeUpDraft() {
      const [draft] = state().marks.drafts;
      if (draft) edit({ ...draft, quote: '' });
    },
    save,
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
    saveDraft(draft) {
      const drafts = state().marks.drafts.filter(({ id }) => id !== draft.id);
      if (draft.body.trim() !== '') drafts.push(draft);
      store.setState(({ marks }) => ({ marks: { ...marks, drafts } }));
      return keepDraft(draft);
    },
    async exportAs(format) {
      const file = told(await host['marks:export']({ bookId: bookId(), format, lang: state().reading.lang }));
      if (file && (await saveFile(file.name, new Blob([file.text], { type: 'text/plain' })))) {
        announce(words().exported(file.name));
      }
    },
    async importText(text, take) {
      if (text.length > mostImportChars) {
        const limit = `${String(mostImportChars / 1024 / 1024)} MiB`;
        return failure('import-refused', { what: problemText({ code: 'too-large', what: limit }) });
      }
      return host['marks:import']({ bookId: bookId(), text, take });
    },
    async turn(direction) {
      const step = state().marks.history[direction];
      if (!step) return;
      const channel = direction === 'undo' ? 'marks:undo' : 'marks:redo';
      const done = told(await host[channel]({ bookId: bookId() }));
      if (!done) return;
      apply(done);
      announce(words()[direction === 'undo' ? 'undone' : 'redone'](step.what, step.count));
    },
    step(direction) {
      const mark = neighbour(direction);
      if (mark) goTo(mark);
      else announce(words().none);
    },
    goTo,
    async show(mark) {
      const place = placeOf(mark);
      if (place) await reader.open({ chapterId: place.chapterId, targetId: place.range.blockId });
      if (!place || mark.body !== null) open(mark);
    },
  };
}

function wholeBlock(blockId: string) {
  return { blockId, start: 0, endBlockId: blockId, end: 0 };
}
