/** What can be done with marks from keys, menus and the page: the state is written here, the host keeps it. Loaded after the first text. */
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { exchangeMarks, type MarkExchange } from './exchange-marks.ts';
import { keepMarks, type KeptMarks, type MarksOptions } from './keep-marks.ts';
import { moveMarks, type Moves } from './move-marks.ts';
import { createReads, type Reads } from './reads.ts';
import { writeMarks, type MarkWriting } from './write-marks.ts';
import { writeNotes, type NoteWriting } from './write-notes.ts';

export interface Marks
  extends
    MarkWriting,
    NoteWriting,
    MarkExchange,
    Pick<KeptMarks, 'read' | 'save' | 'saveReads' | 'saveDraft'>,
    Pick<Moves, 'step'> {
  /** What was read. */
  readonly reads: Reads;
  /** Goes to a mark, and opens its note where it has one, or no place to go to. */
  readonly show: (mark: PlacedMark) => Promise<void>;
}

export function createMarks(options: MarksOptions): Marks {
  const { store, reader, announce, words } = options;
  const kept = keepMarks(options);
  const { step, goTo } = moveMarks(options);
  const notes = writeNotes(options, kept);
  const { read, save, saveReads, saveDraft, told } = kept;
  return {
    read,
    save,
    saveReads,
    saveDraft,
    step,
    reads: createReads({ store, reader, announce, words, save: saveReads, told }),
    ...writeMarks(options, kept),
    ...notes,
    ...exchangeMarks(options, kept),
    async show(mark) {
      const isThere = await goTo(mark);
      if (!isThere || mark.body !== null) notes.open(mark);
    },
  };
}
