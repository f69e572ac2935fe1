import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, BlockKind, Chapter } from '../../../../core/book/model.ts';
import { oneLanguage, pairBlocks } from '../../../../core/book/pair-blocks.ts';

function block(id: string, text: string, kind: BlockKind = 'paragraph', html = `<p>${text}</p>`): Block {
  return { id, kind, html, text };
}

function chapter(lang: string, sections: Readonly<Record<string, readonly Block[]>>): Chapter {
  return {
    id: 'c',
    lang,
    title: 'c',
    sections: Object.entries(sections).map(([id, blocks]) => ({ id, depth: 2, title: id, blocks })),
  };
}

/** What stands in each row: `main|translation`, `-` where a language has nothing. */
function rows(main: Chapter, translation: Chapter): string[] {
  return pairBlocks(main, translation).flatMap(({ pairs }) =>
    pairs.map(({ main: ours, translation: theirs }) => `${ours?.text ?? '-'}|${theirs?.text ?? '-'}`),
  );
}

const shapeOf = (main: Block, translation: Block) =>
  pairBlocks(chapter('zh', { s: [main] }), chapter('en', { s: [translation] }))[0]?.pairs[0]?.shape;
const drawing = (width: number, word: string) =>
  `<figure class="figure"><div class="drawing"><svg role="img" width="${width}"><text>${word}</text></svg></div></figure>`;

describe('a chapter and its translation', () => {
  it('are aligned by ids, whatever one of them lacks', () => {
    const zh = chapter('zh', { a: [block('a.0', '一'), block('a.1', '二'), block('a.3', '四')] });
    const en = chapter('en', { a: [block('a.0', 'one'), block('a.2', 'three'), block('a.3', 'four')] });
    expect(rows(zh, en)).toEqual(['一|one', '-|three', '二|-', '四|four']);
    expect(rows(en, zh)).toEqual(['one|一', '-|二', 'three|-', 'four|四']);
  });

  it('keep a section that the translation alone has after what it follows there', () => {
    const zh = chapter('zh', { a: [block('a.0', '甲')], c: [block('c.0', '丙')] });
    const en = chapter('en', { a: [block('a.0', 'A')], b: [block('b.0', 'B')], c: [block('c.0', 'C')] });
    expect(rows(zh, en)).toEqual(['甲|A', '-|B', '丙|C']);
    expect(pairBlocks(zh, chapter('en', { z: [block('z.0', 'Z')] })).map(({ id }) => id)).toEqual(['z', 'a', 'c']);
  });

  it('lose no block of either, show none twice, and keep the order of the text', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map((n) => `s.${n}`));
    fc.assert(
      fc.property(ids, ids, (ours, theirs) => {
        const make = (lang: string, list: readonly string[]) => chapter(lang, { s: list.map((id) => block(id, id)) });
        const pairs = pairBlocks(make('zh', ours), make('en', theirs))[0]?.pairs ?? [];
        expect(pairs.filter(({ main }) => main).map(({ id }) => id)).toEqual(ours);
        expect(
          pairs
            .filter(({ translation }) => translation)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(theirs.toSorted());
        expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
      }),
    );
  });

  it('show the same code once, whatever its markup, and code with translated comments twice', () => {
    const code = (text: string, lang: string) =>
      block('s.1', text, 'code', `<figure data-lang="${lang}">${text}</figure>`);
    expect(shapeOf(code('ls', 'bash'), code('ls', 'sh'))).toBe('once');
    expect(shapeOf(code('ls # 列出', 'bash'), code('ls # list', 'bash'))).toBe('two');
    expect(shapeOf(block('s.1', '', 'rule', '<hr>'), block('s.1', '', 'rule', '<hr>'))).toBe('once');
  });

  it('show a drawing once where two would be too small, and for a picture its two captions', () => {
    const figure = (html: string) => block('s.1', '', 'figure', html);
    expect(shapeOf(figure(drawing(600, '机')), figure(drawing(640, 'machine')))).toBe('wide-two');
    expect(shapeOf(figure(drawing(600, '机')), figure(drawing(1100, 'machine')))).toBe('one-drawing');
    const picture = (words: string) =>
      `<figure class="figure"><img src="assets/a.png"><figcaption>${words}</figcaption></figure>`;
    expect(shapeOf(figure(picture('图')), figure(picture('figure')))).toBe('one-drawing');
  });
});

describe('a chapter alone', () => {
  it('is its blocks in their order', () => {
    const alone = oneLanguage(chapter('zh', { a: [block('a.0', '一')], b: [block('b.0', '二'), block('b.1', '三')] }));
    expect(alone.map(({ id, pairs }) => [id, ...pairs.map(({ main }) => main?.text)])).toEqual([
      ['a', '一'],
      ['b', '二', '三'],
    ]);
  });
});
