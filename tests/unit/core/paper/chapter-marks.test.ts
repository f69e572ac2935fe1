import { describe, expect, it } from 'vitest';
import type { PlacedMark } from '../../../../core/contract/marks.ts';
import { chapterMarks, otherNotes } from '../../../../core/paper/chapter-marks.ts';

const blockIds = ['s.0', 's.1', 's.2', 's.3'];

function mark(
  patch: Partial<PlacedMark> & { from?: string; to?: string; start?: number; end?: number; lang?: string },
) {
  const { from = 's.1', to = from, start = 0, end = 4, lang = 'zh', ...rest } = patch;
  const range = { blockId: from, start, endBlockId: to, end };
  const anchor = {
    ...range,
    chapterId: 'c',
    sectionId: 's',
    lang,
    quote: 'words',
    prefix: '',
    suffix: '',
    sectionHash: '',
  };
  const base: PlacedMark = {
    id: '6f2c1a52-7d0e-4a7b-9c1d-2f6c8f6f0a11',
    bookId: 'book',
    kind: 'highlight',
    target: 'text',
    anchor,
    blockKind: null,
    edition: '1',
    label: null,
    body: null,
    color: 'blue',
    style: null,
    state: null,
    tags: [],
    createdAt: 0,
    modifiedAt: 0,
    deletedAt: null,
    clock: 1,
    revision: 1,
    sequence: 1,
    placement: { kind: 'placed', chapterId: 'c', range },
  };
  return { ...base, ...rest };
}

const note = (body: string, patch: Parameters<typeof mark>[0] = {}) => mark({ kind: 'note', body, ...patch });

describe('marks of a chapter on paper', () => {
  it('number notes by where they end in the text, and paint each block a passage covers', () => {
    const all = [
      note('third', { from: 's.3' }),
      note('second', { from: 's.1', to: 's.2', start: 3, end: 2, sequence: 1 }),
      note('first', { from: 's.1', end: 2, sequence: 2 }),
      mark({ from: 's.0' }),
    ];
    const { marks, notes } = chapterMarks(all, 'c', blockIds, ['zh'], 'notes');
    expect(notes.map(({ number, mark: { body } }) => [number, body])).toEqual([
      [1, 'first'],
      [2, 'second'],
      [3, 'third'],
    ]);
    expect(marks.map((one) => one.note)).toEqual([undefined, 1, 2, 3]);
    expect(marks[2]?.spots).toEqual([
      { blockId: 's.1', start: 3, end: undefined },
      { blockId: 's.2', start: 0, end: 2 },
    ]);
  });

  it('leave notes out where highlights are wanted, and everything where the text is', () => {
    const all = [note('n'), mark({}), mark({ kind: 'bookmark', label: 'here' })];
    expect(chapterMarks(all, 'c', blockIds, ['zh'], 'highlights')).toMatchObject({ notes: [], marks: [{}, {}] });
    expect(chapterMarks(all, 'c', blockIds, ['zh'], 'none')).toEqual({ marks: [], notes: [] });
    // A bookmark with words of its own is a note; one without is a place to return to, on the screen.
    expect(chapterMarks(all, 'c', blockIds, ['zh'], 'notes').notes).toHaveLength(2);
    expect(chapterMarks([mark({ kind: 'bookmark' })], 'c', blockIds, ['zh'], 'notes').marks).toEqual([]);
  });

  it('keep the note of a passage in a language that is not printed, without painting', () => {
    const { marks, notes } = chapterMarks(
      [note('n', { lang: 'en' }), mark({ lang: 'en' })],
      'c',
      blockIds,
      ['zh'],
      'notes',
    );
    expect(notes).toHaveLength(1);
    expect(marks).toMatchObject([{ paints: false, lang: undefined, note: 1 }]);
  });

  it('take a whole block, and a section’s note without its words', () => {
    const block = chapterMarks([mark({ target: 'block', start: 0, end: 3 })], 'c', blockIds, ['zh'], 'highlights');
    expect(block.marks[0]?.spots).toEqual([{ blockId: 's.1', start: 0, end: undefined }]);
    const section = chapterMarks([note('n', { target: 'section' })], 'c', blockIds, ['zh'], 'notes');
    expect(section.marks[0]?.paints).toBe(false);
    expect(section.notes[0]?.quote).toBe('');
  });

  it('belong to their chapter alone', () => {
    expect(chapterMarks([note('n')], 'other', blockIds, ['zh'], 'notes').notes).toEqual([]);
    expect(chapterMarks([note('n', { from: 'gone.1' })], 'c', blockIds, ['zh'], 'notes').notes).toEqual([]);
  });
});

describe('notes of no chapter', () => {
  it('are those on the book, and those that need a place', () => {
    const all = [
      note('book', { target: 'book', anchor: null, placement: { kind: 'book' } }),
      note('lost', { placement: { kind: 'lost', candidates: [] } }),
      note('placed'),
    ];
    expect(otherNotes(all, 'book', 'notes').map((one) => one.mark.body)).toEqual(['book']);
    expect(otherNotes(all, 'lost', 'notes').map((one) => [one.mark.body, one.quote])).toEqual([['lost', 'words']]);
    expect(otherNotes(all, 'lost', 'highlights')).toEqual([]);
  });
});
