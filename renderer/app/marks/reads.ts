/** What the reader says of what was read. */
import type { Section } from '../../../core/book/model.ts';
import type { Request } from '../../../core/contract/channels.ts';
import type { Result } from '../../../core/contract/result.ts';
import { readStateOf } from '../../../core/reading/section-read.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import type { AppStore } from '../../state/app-state.ts';
import { readSummary } from '../../state/reads.ts';
import { shownChapterId } from '../../state/reading.ts';
import type { Reader } from '../reader.ts';

export interface Reads {
  /**
   * Marks a section with those below it, or without `sectionId` a whole chapter, as read or unread: without `as` as the
   * opposite of what it is.
   */
  readonly mark: (chapterId: string, sectionId?: string, as?: 'done' | 'unread') => Promise<void>;
  /** The section at the reading line. */
  readonly toggleHere: () => Promise<void>;
}

export interface ReadsOptions {
  readonly store: AppStore;
  readonly reader: Pick<Reader, 'look'>;
  readonly announce: (text: string) => void;
  readonly words: () => MarkMessages;
  /** False where it was not kept; the reader has been told. */
  readonly save: (order: Omit<Request<'reads:save'>, 'bookId'>) => Promise<boolean>;
  /** Tells the reader of a failure, and gives the value otherwise. */
  readonly told: <T>(result: Result<T>) => T | undefined;
}

export function createReads({ store, reader, announce, words, save, told }: ReadsOptions): Reads {
  const mark: Reads['mark'] = async (chapterId, sectionId, as) => {
    const chapter = told(await reader.look(chapterId));
    if (!chapter) return;
    const sections = sectionId === undefined ? chapter.sections : withThoseBelow(chapter.sections, sectionId);
    if (sections.length === 0) return;
    const { ofSection } = readSummary(store.getState());
    const isDone = sections.every(({ id }) => ofSection(chapterId, id) === 'done');
    const share = (as ?? (isDone ? 'unread' : 'done')) === 'done' ? 1 : 0;
    const kept = await save({
      chapterId,
      lang: chapter.lang,
      byHand: true,
      sections: sections.map(({ id }) => ({ sectionId: id, share })),
    });
    const title = sectionId === undefined ? chapter.title : (sections[0]?.title ?? chapter.title);
    if (kept) announce(words().markedRead(title, readStateOf(share)));
  };
  return {
    mark,
    async toggleHere() {
      const { shown, sectionId } = store.getState().reading;
      await mark(shownChapterId(shown), sectionId);
    },
  };
}

/** A section, and those under its heading: all that it holds for a reader. The chapter's title stands for itself alone. */
function withThoseBelow(sections: readonly Section[], sectionId: string): readonly Section[] {
  const at = sections.findIndex(({ id }) => id === sectionId);
  const first = sections[at];
  if (!first) return [];
  const next = sections.findIndex(({ depth }, index) => index > at && depth <= first.depth);
  return at === 0 ? [first] : sections.slice(at, next < 0 ? undefined : next);
}
