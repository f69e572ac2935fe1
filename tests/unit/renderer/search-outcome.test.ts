import { describe, expect, it } from 'vitest';
import type { BookManifest, ContentsEntry } from '../../../core/book/model.ts';
import { toOutcome } from '../../../renderer/app/search-outcome.ts';
import { ask, indexOf } from '../core/search/tiny-corpus.ts';

const chapter = (id: string, zh: string): ContentsEntry => ({
  kind: 'chapter',
  id,
  title: { zh, en: id },
  languages: ['zh'],
  headings: {},
  children: [],
});
const manifest: BookManifest = {
  format: 1,
  id: 'tiny',
  edition: '1',
  title: { zh: '小书' },
  languages: ['zh'],
  contents: [
    chapter('c0', '开篇'),
    { kind: 'part', id: 'deep', title: { zh: '深处' }, children: [chapter('c1', '一'), chapter('c2', '二')] },
  ],
};
const index = indexOf({
  第一章: { 甲: ['飞地'] },
  第二章: { 乙: ['飞地里有飞地'], 飞地: ['无关'] },
  第三章: { 丁: ['飞地'] },
});

describe('the outcome of a search', () => {
  it('groups sections by chapter, the best first, under the names of the contents', () => {
    const { groups } = toOutcome([ask(index, '飞地')], manifest, 'zh');
    expect(groups.map(({ title }) => title)).toEqual(['深处 › 一', '开篇', '深处 › 二']);
    expect(groups[0]?.results.map(({ path }) => path)).toEqual([['飞地'], ['乙']]);
  });

  it('counts by the top of the contents, also what is not shown', () => {
    const outcome = toOutcome([ask(index, '飞地', 1)], manifest, 'zh');
    expect(outcome.groups.flatMap(({ results }) => results)).toHaveLength(1);
    expect(outcome.parts.map(({ title, count }) => [title, count])).toEqual([
      ['开篇', 1],
      ['深处', 3],
    ]);
    expect(outcome).toMatchObject({ kind: 'exact', total: 4, exactTotal: 4 });
  });

  it('is as good as the best of several answers', () => {
    const answers = [ask(index, '没有的东西'), ask(index, '飞地')];
    expect(toOutcome(answers, manifest, 'zh').kind).toBe('exact');
    expect(toOutcome([], manifest, 'zh')).toMatchObject({ kind: 'nothing', total: 0, groups: [], parts: [] });
  });
});
