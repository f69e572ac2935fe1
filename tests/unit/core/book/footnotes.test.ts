import { describe, expect, it } from 'vitest';
import type { ChapterDraft } from '../../../../core/book/draft.ts';
import { finishChapter } from '../../../../core/book/finish-chapter.ts';
import { takeFootnotes } from '../../../../core/book/footnotes.ts';
import { resolveLink } from '../../../../core/book/links.ts';
import { parseChapter } from '../../../../core/book/parse-chapter.ts';
import { formatProblem } from '../../../../core/book/report.ts';

function draftOf(markdown: string, lang = 'en'): ChapterDraft {
  return parseChapter({ file: 'a.md', lang, markdown, dialect: 'gitbook', title: 'T', chapterId: 't' });
}

/** Blocks as id, text and HTML. */
function blocks(markdown: string, lang = 'en'): (readonly [id: string, text: string, html: string])[] {
  const draft = draftOf(markdown, lang);
  const chapters = new Map([['a.md', { chapterId: 't', lang, anchors: draft.anchors }]]);
  const { chapter } = finishChapter(draft, {
    chapterId: 't',
    dialect: 'gitbook',
    image: () => undefined,
    fence: () => ({ type: 'element', tagName: 'pre', properties: {}, children: [] }),
    link: (href) => resolveLink(href, { dialect: 'gitbook', file: 'a.md', lang }, { chapters }),
  });
  return chapter.sections.flatMap((section) => section.blocks.map(({ id, text, html }) => [id, text, html] as const));
}

describe('takeFootnotes', () => {
  it('takes definitions with the lines that belong to them, and keeps the number of lines', () => {
    const markdown = ['Text.[^1]', '[^1]: First', '  goes on', '', '    and on.', '[^Two]: Second.', '', 'More.'].join(
      '\n',
    );
    expect(takeFootnotes(markdown)).toEqual({
      markdown: ['Text.[^1]', '', '', '', '', '', '', 'More.'].join('\n'),
      footnotes: [
        { name: '1', text: 'First\ngoes on\n\nand on.', line: 2 },
        { name: 'two', text: 'Second.', line: 6 },
      ],
    });
  });

  it('leaves code alone', () => {
    const markdown = '```\n[^1]: not a note\n```\n\n~~~~\n```\n[^2]: nor this\n~~~~\n';
    expect(takeFootnotes(markdown)).toEqual({ markdown, footnotes: [] });
  });
});

describe('footnotes of a chapter', () => {
  it('are a list at its end, numbered by first mention, and their marks are no part of the text', () => {
    const markdown = '# T\n\nOne[^b] two[^a] again[^b].\n\n## S[^a]\n\nEnd.\n\n[^a]: See [S](#s).\n[^b]: Plain.\n';
    const mark = (number: number): string =>
      `<a class="footnote" href="#/t/s.2" data-note="${String(number)}" aria-label="Note ${String(number)}"></a>`;
    expect(blocks(markdown)).toEqual([
      ['t.0', 'T', '<h1>T</h1>'],
      ['t.1', 'One two again.', `<p>One${mark(1)} two${mark(2)} again${mark(1)}.</p>`],
      ['s.0', 'S', '<h2>S</h2>'],
      ['s.1', 'End.', '<p>End.</p>'],
      ['s.2', 'Plain.\nSee S.', '<ol class="footnotes"><li>Plain.</li><li>See <a href="#/t/s">S</a>.</li></ol>'],
    ]);
    expect(blocks('# 题\n\n甲[^1]。\n\n[^1]: 乙\n', 'zh')[1]?.[2]).toContain('aria-label="注1"');
  });

  it('may mention each other', () => {
    const list = blocks('# T\n\nOne[^a].\n\n[^a]: See[^b].\n[^b]: And[^a].\n').at(-1);
    expect(list?.[1]).toBe('See.\nAnd.');
  });

  it('says which nothing mentions; what has no note stays as it is written', () => {
    const draft = draftOf('# T\n\nText[^gone].\n\n[^1]: Alone.\n');
    expect(draft.problems.map((problem) => formatProblem(problem))).toEqual([
      'a.md:5: warning: Nothing mentions the footnote [^1]; it is not shown. [footnote-unused]',
    ]);
    expect(blocks('# T\n\nText[^gone].\n').map(([, text]) => text)).toEqual(['T', 'Text[^gone].']);
  });

  it('cannot be made up by HTML', () => {
    expect(blocks('# T\n\n<a href="#recto-footnote:%E0%A4%A">x</a> y\n')[1]?.[2]).toBe('<p> y</p>');
  });
});
