import { describe, expect, it } from 'vitest';
import { findParting } from '../../../../core/book/align.ts';
import type { ChapterDraft } from '../../../../core/book/draft.ts';
import { parseChapter } from '../../../../core/book/parse-chapter.ts';
import type { Problem } from '../../../../core/book/report.ts';
import { sentencesEn } from '../../../../core/book/sentences/en.ts';
import { inWords } from '../../../../core/book/sentences/say.ts';

function draft(lang: string, markdown: string): ChapterDraft {
  return parseChapter({ file: `${lang}/a.md`, lang, markdown, dialect: 'recto', title: 'A', chapterId: 'a' });
}

function words(problem: Problem | undefined): string | undefined {
  return problem && inWords(problem.message, sentencesEn);
}

const source = draft('zh', '# 甲 {#a}\n\n正文。\n\n## 乙 {#b}\n\n- 一\n\n```text\nx\n```\n');

describe('findParting', () => {
  it('finds nothing where headings and kinds of blocks agree', () => {
    expect(
      findParting(source, draft('en', '# A {#a}\n\nText.\n\n## B {#b}\n\n1. one\n\n```text\ny\n```\n')),
    ).toBeUndefined();
  });

  it('names both sides of the first block that differs', () => {
    const problem = findParting(source, draft('en', '# A {#a}\n\nText.\n\n## B {#b}\n\nOne.\n\n```text\ny\n```\n'));
    expect(problem).toMatchObject({ code: 'translation-parts', file: 'en/a.md', line: 7 });
    expect(words(problem)).toBe('The languages part here: paragraph, but zh/a.md:7 has list.');
  });

  it('notices a block too few', () => {
    const problem = findParting(source, draft('en', '# A {#a}\n\nText.\n\n## B {#b}\n\n- one\n'));
    expect(problem).toMatchObject({ file: 'en/a.md', line: 7 });
    expect(words(problem)).toContain('the end of section “b”, but zh/a.md:9 has code');
  });

  it('notices another heading, another level and a missing section', () => {
    const other = findParting(source, draft('en', '# A {#a}\n\nText.\n\n## C {#c}\n'));
    expect(words(other)).toContain('heading “c” of level 2, but zh/a.md:5 has heading “b” of level 2');
    const missing = findParting(source, draft('en', '# A {#a}\n\nText.\n'));
    expect(words(missing)).toContain('the end of the chapter, but zh/a.md:5 has heading “b”');
  });
});
