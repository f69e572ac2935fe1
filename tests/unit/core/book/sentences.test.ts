import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../../core/book/report.ts';
import { sentencesEn } from '../../../../core/book/sentences/en.ts';
import { inWords, ownWords, say, type SentenceKey } from '../../../../core/book/sentences/say.ts';
import { sentencesZh } from '../../../../core/book/sentences/zh.ts';

const places = (template: string): string[] => [...template.matchAll(/\{(\w+)\}/g)].map(([place]) => place);

describe('sentences', () => {
  it.each(Object.keys(sentencesEn) as SentenceKey[])('%s says the same things in both languages', (key) => {
    expect(new Set(places(sentencesZh[key]))).toEqual(new Set(places(sentencesEn[key])));
  });

  it('puts values into their places, and sentences into sentences', () => {
    const failure = say('not-there', { file: 'a {file}.md' });
    const sentence = say('chapter-file', { id: '$1', failure });
    expect(inWords(sentence, sentencesEn)).toBe('Chapter “$1”: a {file}.md does not exist.');
    expect(inWords(sentence, sentencesZh)).toBe('章节“$1”：a {file}.md不存在。');
    expect(inWords(say('id-missing', { title: 'A' }), sentencesEn)).toBe('“A” has no id; add {#id}.');
  });

  it('gives the reasons of the system in words of the language, with its code', () => {
    const problem = {
      severity: 'error',
      code: 'file-unreadable',
      file: 'SUMMARY.md',
      message: say('cannot-be-read', { file: 'one.md', reason: 'EACCES' }),
    } as const;
    expect(formatProblem(problem)).toContain('one.md cannot be read (EACCES).');
    expect(formatProblem(problem, 'zh')).toContain('one.md无法读取（没有权限，EACCES）。');
  });

  it('leaves the words of others as they are', () => {
    expect(inWords(ownWords('Unexpected {path} $&'), sentencesZh)).toBe('Unexpected {path} $&');
  });

  it('tells a sentence of a newer version by its values', () => {
    const sentence = { key: 'toString', values: { file: 'a.md', why: ownWords('too old') } };
    expect(inWords(sentence, sentencesZh)).toBe('a.md too old');
  });

  it('shows the name of a value that a damaged report lacks', () => {
    expect(inWords({ key: 'not-there', values: {} }, sentencesEn)).toBe('{file} does not exist.');
  });
});
