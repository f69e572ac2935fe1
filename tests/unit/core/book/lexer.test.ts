import fc from 'fast-check';
import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { lexBlocks, lexInline } from '../../../../core/book/lexer.ts';

function inlineHtml(markdown: string): string {
  return new Marked().parser([{ type: 'paragraph', raw: '', text: '', tokens: lexInline(markdown, {}) }]).trim();
}

describe('lexer', () => {
  it('ends emphasis after Chinese punctuation that is followed by a letter', () => {
    expect(inlineHtml('**注意：**在Anolis中')).toBe('<p><strong>注意：</strong>在Anolis中</p>');
    expect(inlineHtml('它叫**“飞地”**的区域')).toBe('<p>它叫<strong>“飞地”</strong>的区域</p>');
  });

  it('keeps the rules of CommonMark for other text', () => {
    expect(inlineHtml('a*"foo"*')).toBe('<p>a*&quot;foo&quot;*</p>');
    expect(inlineHtml('2 * 3 * 4')).toBe('<p>2 * 3 * 4</p>');
    expect(inlineHtml('**bold *both***')).toBe('<p><strong>bold <em>both</em></strong></p>');
    expect(inlineHtml('snake_case_name')).toBe('<p>snake_case_name</p>');
  });

  it('ends a bare address where Chinese text begins', () => {
    expect(inlineHtml('见https://example.org/a。下文')).toContain(
      '<a href="https://example.org/a">https://example.org/a</a>。下文',
    );
    expect(inlineHtml('https://example.org/路')).toContain('<a href="https://example.org/">');
  });

  it('gives tokens whose raw texts are the text, so that lines can be counted', () => {
    const piece = fc.constantFrom(
      '# h\n',
      'text\n',
      '\n',
      '- a\n',
      '  - b\n',
      '> q\n',
      '```\ncode\n```\n',
      '| a |\n|-|\n| b |\n',
      '<div>\n',
      '[x]: y\n',
      '    ind\n',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const markdown = pieces.join('');
        const lines = (text: string): number => text.split('\n').length;
        expect(
          lines(
            lexBlocks(markdown)
              .tokens.map((token) => token.raw)
              .join(''),
          ),
        ).toBe(lines(markdown));
      }),
    );
  });
});
