import { describe, expect, it } from 'vitest';
import type { ChapterDraft, Dialect } from '../../../../core/book/draft.ts';
import { parseChapter } from '../../../../core/book/parse-chapter.ts';
import { formatProblem } from '../../../../core/book/report.ts';

function parse(dialect: Dialect, markdown: string): ChapterDraft {
  return parseChapter({ file: 'a.md', lang: 'en', markdown, dialect, title: 'From contents', chapterId: 'a' });
}

function outline(draft: ChapterDraft): string[] {
  return draft.sections.map(
    ({ id, depth, blocks }) => `${'#'.repeat(depth)} ${id}: ${blocks.map(({ kind }) => kind).join(' ')}`,
  );
}

function problems(draft: ChapterDraft): string[] {
  return draft.problems.map((problem) => formatProblem(problem));
}

describe('a chapter in our own format', () => {
  it('is cut into sections and blocks of every kind', () => {
    const markdown = `# Title {#a}

Lead.

## More {#more}

- one
- two

\`\`\`bash
ls
\`\`\`

| a | b |
| - | - |
| c | d |

> Quote.

> [!NOTE]
> Call-out.

> [!2026]
> Since then.

\`\`\`mermaid title="T" alt="A"
flowchart LR
  a --> b
\`\`\`

---

![A picture](x.png)
`;
    const draft = parse('recto', markdown);
    expect(problems(draft)).toEqual([]);
    expect(outline(draft)).toEqual([
      '# a: heading paragraph',
      '## more: heading list code table quote callout callout figure rule figure',
    ]);
    expect(draft.sections[1]?.blocks.map(({ line }) => line)).toEqual([5, 7, 10, 14, 18, 20, 23, 26, 31, 33]);
  });

  it('takes the id out of the title', () => {
    expect(parse('recto', '# On `a` and *b* {#a}').title).toBe('On a and b');
  });

  it('reports what is wrong with headings, with the line', () => {
    const draft = parse(
      'recto',
      '# Title {#b}\n\n### Deep {#deep}\n\n## No id\n\n## Bad {#Bad_Id}\n\n## Again {#deep}\n\n# Two {#two}\n',
    );
    expect(problems(draft)).toEqual([
      "a.md:1: error: The title's id is “b”, not the chapter's id “a”. [heading-id-invalid]",
      'a.md:3: error: “Deep” skips a level, from # to ###. [heading-level-skipped]',
      'a.md:5: error: “No id” has no id; add {#id}. [heading-id-missing]',
      'a.md:7: error: The id “Bad_Id” is not made of a-z, 0-9 and hyphens. [heading-id-invalid]',
      'a.md:9: error: The id “deep” is used twice in this chapter. [heading-id-repeated]',
      'a.md:11: error: “Two” is a second title (#); a chapter has one, use ##. [title-repeated]',
    ]);
  });

  it('reports text before the title, and a missing title', () => {
    expect(problems(parse('recto', 'Lead.\n\n# Title {#a}\n'))[0]).toContain('[title-missing]');
    expect(problems(parse('recto', '## Section {#s}\n'))).toContainEqual(expect.stringContaining('[title-missing]'));
  });

  it('reports raw HTML, code without a language, figures without words, unknown call-outs', () => {
    const draft = parse(
      'recto',
      '# T {#a}\n\nA <b>b</b>.\n\n```\nx\n```\n\n```mermaid\nflowchart LR\n```\n\n> [!HINT]\n> x\n\n<!-- fine -->\n',
    );
    expect(draft.problems.map(({ line, code }) => `${String(line)} ${code}`)).toEqual([
      '3 raw-html',
      '3 raw-html',
      '5 code-without-language',
      '9 figure-without-title',
      '9 figure-without-description',
      '13 callout-unknown',
    ]);
  });

  it('finds code and its line inside lists and call-outs', () => {
    const draft = parse(
      'recto',
      '# T {#a}\n\n1. one\n\n   ```\n   x\n   ```\n\n> [!TIP]\n> Do:\n>\n> ```\n> y\n> ```\n',
    );
    expect(draft.problems.map(({ line, code }) => `${String(line)} ${code}`)).toEqual([
      '5 code-without-language',
      '12 code-without-language',
    ]);
    expect(draft.sections[0]?.blocks.flatMap((block) => block.fences.map((fence) => fence.text))).toEqual(['x', 'y']);
  });

  it('reads CRLF files and byte order marks like any other', () => {
    const unix = '# T {#a}\n\nText\nmore.\n\n```text\nx\ny\n```\n';
    const windows = `\uFEFF${unix.replaceAll('\n', '\r\n')}`;
    expect(parse('recto', windows)).toEqual(parse('recto', unix));
  });
});

describe('a chapter of a GitBook', () => {
  it('gets ids from its headings, repeated ones numbered', () => {
    const draft = parse(
      'gitbook',
      '# 标题\n\n## 背景\n\n## 背景\n\n## constructor\n\n## \\_\\_proto\\_\\_\n\n## 背景\n',
    );
    expect(draft.sections.map(({ id }) => id)).toEqual(['标题', '背景', '背景-1', 'constructor', 'proto__', '背景-2']);
    expect(draft.problems).toEqual([]);
  });

  it('gets its title from the contents where it has none, and keeps what stands before', () => {
    const draft = parse('gitbook', 'Lead.\n\n## One\n');
    expect(draft.title).toBe('From contents');
    expect(outline(draft)).toEqual(['# from-contents: heading paragraph', '## one: heading']);
  });

  it('reads pictures and headings written as HTML', () => {
    const draft = parse(
      'gitbook',
      '# T\n\n<div align=center><img src="x.png"></div>\n\n<h2>Raw</h2>\n\n<p align="center">\n  <img src="y.png" width="300">\n</p>\n',
    );
    expect(outline(draft)).toEqual(['# t: heading figure', '## raw: heading figure']);
  });

  it('puts an HTML table with empty lines together again', () => {
    const draft = parse(
      'gitbook',
      '# T\n\n<table>\n<tr><td>a</td></tr>\n\n<tr><td>b</td></tr>\n\n</table>\n\nAfter.\n',
    );
    expect(outline(draft)).toEqual(['# t: heading table paragraph']);
    expect(draft.sections[0]?.blocks.at(-1)?.line).toBe(10);
  });

  it('takes later titles for sections, and text that only looks like HTML for a mistake', () => {
    const draft = parse('gitbook', '# T\n\n# Two\n\nkubectl label node <node-name> x\n');
    expect(outline(draft)).toEqual(['# t: heading', '## two: heading paragraph']);
    expect(draft.problems.map(({ code, line }) => [code, line])).toEqual([
      ['title-repeated', 3],
      ['html-removed', 5],
    ]);
  });

  it('remembers the anchors of other tools', () => {
    const draft = parse('gitbook', '# T\n\n## S\n\n<a name="old"></a>Text.\n');
    expect(draft.anchors.get('old')).toBe('s');
  });

  it('joins lines of Chinese text without a space, and shows tasks as signs', () => {
    const draft = parse('gitbook', '# T\n\n- [x] done\n- [ ] open\n');
    expect(JSON.stringify(draft.sections[0]?.blocks[1]?.tree)).toMatch(/☑ .*☐ /);
  });
});
