import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFragment } from '../../../../core/book/hast.ts';
import { plainText } from '../../../../core/book/plain-text.ts';

function textOf(html: string): string {
  return plainText(parseFragment(html));
}

describe('plainText', () => {
  it('collapses white space, also across elements', () => {
    expect(textOf('<p>  a \n <b> b</b>\t<i>c </i> </p>')).toBe('a b c');
  });

  it('keeps a no-break space', () => {
    expect(textOf('<p>4&nbsp; KB</p>')).toBe('4\u00a0 KB');
  });

  it('puts blocks, list items and line breaks on lines of their own', () => {
    expect(textOf('<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>')).toBe('one\ntwo\ndeep');
    expect(textOf('<p>a<br>b</p>')).toBe('a\nb');
    expect(textOf('<aside><p>a</p>\n<p>b</p></aside>')).toBe('a\nb');
  });

  it('keeps code as it is, indentation and empty lines included', () => {
    expect(textOf('<figure><pre><code>if x:\n    y\n\n<span>z</span></code></pre></figure>')).toBe('if x:\n    y\n\nz');
  });

  it('separates cells by tabs and rows by line ends', () => {
    const table =
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>';
    expect(textOf(table)).toBe('a\tb\nc\td');
  });

  it('separates cells that hold paragraphs by tabs', () => {
    expect(textOf('<table><tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td>c</td></tr></table>')).toBe('a\tb\nc');
  });

  it('counts cells of a table in a cell on their own', () => {
    const inner = '<table><tr><td>x</td><td>y</td></tr></table>';
    expect(textOf(`<table><tr><td>a</td><td>${inner}</td><td>b</td></tr></table>`)).toBe('a\nx\ty\nb');
  });

  it('reads the labels of a drawing line by line, without its attributes', () => {
    const svg = '<svg aria-label="no"><text>Secure <tspan x="1">processor</tspan><tspan x="1">AMD</tspan></text></svg>';
    expect(textOf(`<figure>${svg}<figcaption>Caption</figcaption></figure>`)).toBe('Secure\nprocessor\nAMD\nCaption');
  });

  it('says nothing for a picture', () => {
    expect(textOf('<p><img src="a" alt="description"></p>')).toBe('');
  });

  it('never starts or ends with a separator, nor has two spaces in a row, outside code', () => {
    const tag = fc.constantFrom('p', 'b', 'li', 'div', 'td', 'tr', 'table', 'br', 'ul');
    const piece = fc.oneof(
      fc.constantFrom(' ', '\n', 'x', '中', '\t'),
      tag.map((t) => `<${t}>`),
      tag.map((t) => `</${t}>`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = textOf(pieces.join(''));
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/[ ]{2}|[\n\t]{2}|[ ][\n\t]|[\n\t][ ]/);
      }),
    );
  });
});
