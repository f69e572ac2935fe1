/** Notes that are open: begun, taken up again, finished. */
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { tidyTags } from '../../../core/marks/change.ts';
import type { NoteContent } from '../../features/marks/NoteCard.tsx';
import type { OpenNote } from '../../state/marks.ts';
import type { KeptMarks, MarksOptions } from './keep-marks.ts';
import { spotsOn } from './spots.ts';

export interface NoteWriting {
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
}

export function writeNotes(
  { page, store, announce, words }: Pick<MarksOptions, 'page' | 'store' | 'announce' | 'words'>,
  { save, saveEdit, keepDraft }: KeptMarks,
): NoteWriting {
  const { chapter, spotFor } = spotsOn(page, store);
  const drafts = () => store.getState().marks.drafts;
  const edit = (open: OpenNote | undefined): void => store.setState(({ marks }) => ({ marks: { ...marks, open } }));

  return {
    note(blockId) {
      const found = spotFor(blockId);
      if (found) edit({ id: page.crypto.randomUUID(), ...found, body: '' });
    },
    noteOn(what) {
      const first = chapter()?.sections[0]?.blocks[0];
      const found = what === 'book' ? { spot: { target: 'book' } as const, quote: '' } : first && spotFor(first.id);
      if (found) edit({ id: page.crypto.randomUUID(), ...found, body: '' });
    },
    open(mark) {
      const draft = drafts().find(({ id }) => id === mark.id);
      edit({ id: mark.id, spot: null, quote: '', body: draft?.body ?? mark.body ?? '', revision: draft?.revision });
    },
    closeNote: () => edit(undefined),
    async finishNote(note, { body, label, tags, color, state, revision }) {
      const content = { body, label, tags: tidyTags(tags), color, state };
      const isEmpty = body.trim() === '' && content.tags.length === 0;
      let kept = true;
      const draft = drafts().find(({ id }) => id === note.id)?.body;
      if (revision !== undefined) kept = await saveEdit({ do: 'edit', id: note.id, revision, patch: content, draft });
      else if (note.spot && !isEmpty) {
        kept = await save([{ do: 'add', id: note.id, kind: 'note', spot: note.spot, content }]);
      }
      if (!kept) return false;
      const wasDraft = drafts().some(({ id }) => id === note.id);
      const others = drafts().filter(({ id }) => id !== note.id);
      store.setState(({ marks }) => ({ marks: { ...marks, drafts: others } }));
      if (isEmpty && wasDraft) await keepDraft({ id: note.id, spot: note.spot, body: '' });
      if (revision !== undefined || !isEmpty) announce(words().saved);
      edit(undefined);
      return true;
    },
    takeUpDraft() {
      const [draft] = drafts();
      if (draft) edit({ ...draft, quote: '' });
    },
  };
}
