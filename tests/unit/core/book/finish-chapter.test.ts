import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChapterDraft, Dialect } from '../../../../core/book/draft.ts';
import { codeFigure, finishChapter, type FinishedChapter } from '../../../../core/book/finish-chapter.ts';
import { parseFragment, textNode } from '../../../../core/book/hast.ts';
import { resolveLink } from '../../../../core/book/links.ts';
import { chapterSchema, type Block } from '../../../../core/book/model.ts';
import { parseChapter } from '../../../../core/book/parse-chapter.ts';
import { plainText } from '../../../../core/book/plain-text.ts';

function finish(markdown: string, lang = 'en', dialect: Dialect = 'gitbook'): FinishedChapter {
  const draft: ChapterDraft = parseChapter({ file: 'a.md', lang, markdown, dialect, title: 'T', chapterId: 't' });
  const chapters = new Map([['a.md', { chapterId: 't', lang, anchors: draft.anchors }]]);
  return finishChapter(draft, {
    chapterId: 't',
    dialect,
    image: (source) => (source === 'x.png' ? { name: '01.png', width: 30, height: 20 } : undefined),
    fence: ({ language, output, text }) => codeFigure(language, output, [textNode(text)]),
    link: (href) => resolveLink(href, { dialect, file: 'a.md', lang }, { chapters }),
  });
}

function blocks(markdown: string, lang?: string): readonly Block[] {
  return finish(`# T\n\n${markdown}`, lang)
    .chapter.sections.flatMap((section) => section.blocks)
    .slice(1);
}

describe('finishChapter', () => {
  it('numbers blocks in their section and gives text, and folded text only where it differs', () => {
    const { chapter } = finish('# 题\n\n⽤户\n\n## b\n\nplain', 'zh');
    expect(
      chapter.sections.flatMap((section) => section.blocks).map(({ id, text, folded }) => [id, text, folded]),
    ).toEqual([
      ['题.0', '题', undefined],
      ['题.1', '⽤户', '用户'],
      ['b.0', 'b', undefined],
      ['b.1', 'plain', undefined],
    ]);
  });

  it('marks external links and rewrites those inside the book', () => {
    expect(blocks('[a](https://a.example/?x=1&y=2) [t](#t) [dead](gone.md)')[0]?.html).toBe(
      '<p><a href="https://a.example/?x=1&amp;y=2" rel="noopener noreferrer" data-external="">a</a> <a href="#/t/t">t</a> dead</p>',
    );
  });

  it('lets an address that is its own text break between its parts, and the text is the address', () => {
    const [block] = blocks('<https://a.example/b_c/?d=e>');
    expect(block?.html).toContain('>https://a.example/<wbr>b<wbr>_c/<wbr>?d<wbr>=e</a>');
    expect(block?.text).toBe('https://a.example/b_c/?d=e');
    expect(blocks('[see https://a.example/b](https://a.example/b)')[0]?.html).not.toContain('wbr');
  });

  it('marks Chinese words in a text of another language, and the text stays as it is', () => {
    const [block, japanese] = blocks(
      'The guide (《机密计算》, “基于Intel SGX的LibOS”) names `飞地` and **龙蜥**.\n\n東京タワー',
    );
    expect(block?.html).toBe(
      '<p>The guide (<span lang="zh">《机密计算》</span>, “<span lang="zh">基于Intel SGX的</span>LibOS”) names <code>飞地</code> and <strong><span lang="zh">龙蜥</span></strong>.</p>',
    );
    expect(block?.text).toBe('The guide (《机密计算》, “基于Intel SGX的LibOS”) names 飞地 and 龙蜥.');
    expect(japanese?.html).toBe('<p>東京タワー</p>');
    expect(blocks('云 (cloud)', 'zh')[0]?.html).toBe('<p>云 (cloud)</p>');
    expect(blocks('東京 (Tokyo)', 'ja')[0]?.html).toBe('<p>東京 (Tokyo)</p>');
  });

  it('lets the line of a Chinese heading end between words, and the text stays as it is', () => {
    const [heading] = blocks('## 白皮书背后的操作系统社区：用QEMU启动 `一个程序`', 'zh');
    expect(heading?.html).toBe(
      '<h2>白皮书<wbr>背后的<wbr>操作<wbr>系统<wbr>社区：用QEMU启动 <code>一个程序</code></h2>',
    );
    expect(heading?.text).toBe('白皮书背后的操作系统社区：用QEMU启动 一个程序');
    expect(blocks('白皮书背后的操作系统社区', 'zh')[0]?.html).not.toContain('wbr');
  });

  it('makes a figure of a picture that stands alone, and leaves one in a sentence in its place', () => {
    expect(blocks('![A box](x.png "Caption")')[0]?.html).toBe(
      '<figure class="figure"><div class="drawing"><img src="assets/01.png" alt="A box" width="30" height="20"></div><figcaption>Caption</figcaption></figure>',
    );
    expect(blocks('See ![a box](x.png) here.')[0]).toMatchObject({ kind: 'paragraph', text: 'See here.' });
  });

  it('shows the words of a picture that is not there', () => {
    expect(blocks('![Overview](https://a.example/y.png)', 'zh')[0]?.text).toBe('［Overview］');
  });

  it('does not take a file name for a description', () => {
    const { chapter, problems } = finish('# T\n\n## Design\n\n![image.png](x.png)');
    expect(chapter.sections[1]?.blocks[1]?.html).toContain('alt="Figure: Design"');
    expect(problems).toMatchObject([{ code: 'image-without-description', line: 5, severity: 'warning' }]);
  });

  it('puts tables in a named region that can be scrolled', () => {
    const [first, second] = blocks('| a |\n| - |\n| b |\n\n| c |\n| - |\n', 'zh');
    expect(first?.html).toMatch(/^<div class="table-scroll" tabindex="0" role="region" aria-label="表格 1"><table>/);
    expect(second?.html).toContain('aria-label="表格 2"');
  });

  it('makes no heading of an empty corner', () => {
    expect(blocks('| | a |\n| - | - |\n| b | c |\n')[0]?.html).toContain('<tr>\n<td></td>\n<th>a</th>\n</tr>');
  });

  it('keeps the alignment of cells where the page looks for it', () => {
    expect(blocks('| a |\n| -: |\n| b |\n')[0]?.html).toContain('<td data-align="right">b</td>');
  });

  it('names call-outs in the language of the chapter, outside their text', () => {
    const [block] = blocks('> [!2026]\n> 新。', 'zh');
    expect(block).toMatchObject({ kind: 'callout', text: '新。' });
    expect(block?.html).toContain('<aside class="callout" data-kind="since" role="note" aria-label="2026 补记">');
  });

  it('keeps code in lists and marks output', () => {
    const [list] = blocks('- run\n\n  ```text output\n  a\n\n  b\n  ```\n');
    expect(list?.html).toContain(
      '<figure class="code" data-lang="text" data-output=""><pre><code>a\n\nb</code></pre></figure>',
    );
    expect(list?.text).toBe('run\na\n\nb');
  });

  it('makes raw pre elements code', () => {
    expect(blocks('<pre class="x">a  <b>b</b>\n c</pre>')[0]).toMatchObject({ kind: 'code', text: 'a  b\n c' });
  });

  it('joins lines between Chinese characters only', () => {
    expect(blocks('机密\n计算 of\ndata，\n见下', 'zh')[0]?.text).toBe('机密计算 of data，见下');
  });

  it('writes HTML that a page reads back as the very text, whatever the Markdown', () => {
    const piece = fc.constantFrom(
      ...'<p>|</p>|<div>|</div>|<table>|<tr>|<td>|</table>|<b>|</b>|<a href=x>|</a>|<li>|<ul>|</ul>|<button>|<pre>|</pre>|<dl><dt>|\n\n|\n|- |> |text|*|**|`|[a](b)|![c](d)| |中文|<aside>|<details>|<h2>|1. '.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { chapter } = finish(pieces.join(''));
        expect(chapterSchema.safeParse(chapter).error).toBeUndefined();
        for (const block of chapter.sections.flatMap((section) => section.blocks)) {
          const tree = parseFragment(block.html);
          expect(tree.children).toHaveLength(1);
          expect(plainText(tree)).toBe(block.text);
        }
      }),
      { numRuns: 300 },
    );
  });
});
