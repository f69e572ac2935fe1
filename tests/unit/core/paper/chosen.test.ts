import { describe, expect, it } from 'vitest';
import type { ChapterEntry, ContentsEntry } from '../../../../core/book/model.ts';
import { chosenChapters, plannedChapters, prunedContents } from '../../../../core/paper/chosen.ts';

const chapter = (id: string, children: readonly ContentsEntry[] = []): ChapterEntry => ({
  kind: 'chapter',
  id,
  title: { zh: id },
  languages: ['zh'],
  headings: {},
  children,
});
const part = (id: string, children: readonly ContentsEntry[]): ContentsEntry => ({
  kind: 'part',
  id,
  title: { zh: id },
  children,
});

const contents = [chapter('a'), part('P', [chapter('b', [chapter('c'), chapter('d')]), part('Q', [chapter('e')])])];
const book = { id: 'book', contents };

describe('the chapters of a choice', () => {
  it('are the open one, those that were chosen in reading order, or all', () => {
    const chapters = { book: ['e', 'gone', 'a'], other: ['b'] };
    expect(chosenChapters(book, { scope: 'chapter', chapters }, 'c')).toEqual(['c']);
    expect(chosenChapters(book, { scope: 'chapters', chapters }, 'c')).toEqual(['a', 'e']);
    expect(chosenChapters(book, { scope: 'chapters', chapters: {} }, 'c')).toEqual([]);
    expect(chosenChapters(book, { scope: 'book', chapters }, 'c')).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('pruned contents', () => {
  it('drop what holds nothing, and keep a chapter that is left out as the title of those below it', () => {
    expect(prunedContents(contents, new Set(['c']))).toEqual([part('P', [part('b', [chapter('c')])])]);
    expect(prunedContents(contents, new Set(['a', 'b', 'c', 'd', 'e']))).toEqual(contents);
    expect(prunedContents(contents, new Set())).toEqual([]);
  });
});

describe('planned chapters', () => {
  it('say their level, and each title above them once, before the first chapter below it', () => {
    const plan = plannedChapters(prunedContents(contents, new Set(['a', 'c', 'd', 'e'])));
    const short = plan.map(({ entry, level, opens }) => [entry.id, level, opens.map((o) => [o.entry.id, o.level])]);
    expect(short).toEqual([
      ['a', 1, []],
      [
        'c',
        3,
        [
          ['P', 1],
          ['b', 2],
        ],
      ],
      ['d', 3, []],
      ['e', 3, [['Q', 2]]],
    ]);
  });
});
