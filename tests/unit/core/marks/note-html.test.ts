import { describe, expect, it } from 'vitest';
import { noteBeginning, noteHtml, noteText } from '../../../../core/marks/note-html.ts';

const html = (markdown: string): string =>
  noteHtml(markdown, 'cncc', ({ chapterId, targetId }) => `#/${chapterId}/${targetId ?? ''}`);

describe('a note as HTML', () => {
  it('keeps lines as they were written, and has no headings', () => {
    expect(html('# 要点\n第一行\n第二行 **重要：**在此')).toBe(
      '<p><strong>要点</strong></p><p>第一行<br>第二行 <strong>重要：</strong>在此</p>\n',
    );
  });

  it('shows HTML as it was typed', () => {
    expect(html('a <b onclick="x">b</b>')).toBe('<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>\n');
    expect(html('<script>x</script>')).not.toContain('<script');
  });

  it('turns pictures into links, since nothing is loaded', () => {
    expect(html('![plan](https://a.example/p.png)')).toBe(
      '<p><a href="https://a.example/p.png" data-external="">plan</a></p>\n',
    );
    expect(html('![plan](p.png)')).toBe('<p>plan</p>\n');
  });

  it('says where a link leads unless its words do', () => {
    expect(html('[here](https://a.example/)')).toContain('data-external');
    expect(html('https://a.example/x')).toBe('<p><a href="https://a.example/x">https://a.example/x</a></p>\n');
    expect(html('[https://bank.example/](https://a.example/)')).toContain('href="https://a.example/" data-external');
  });

  it('leads into the open book, and shows links to others as text', () => {
    expect(html('[there](recto://cncc/intel-sgx#intel-sgx.2)')).toBe(
      '<p><a href="#/intel-sgx/intel-sgx.2">there</a></p>\n',
    );
    expect(html('[there](recto://other/a)')).toBe('<p>there (recto://other/a)</p>\n');
  });

  it('makes no link of what is no address of the web', () => {
    for (const address of ['javascript:alert(1)', 'file:///etc/passwd', '//a.example', '../x', 'data:text/html,x']) {
      expect(html(`[words](${address})`)).toBe('<p>words</p>\n');
    }
  });

  it('shows tasks by signs', () => {
    expect(html('- [ ] a\n- [x] b')).toBe('<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>\n');
  });

  it('takes whatever is thrown at it', () => {
    for (const part of ['>', '[', '- ', '*a ', '`', '<a ', '![](', '| ']) {
      const text = part.repeat(Math.floor(100_000 / part.length));
      expect(html(text).length).toBeGreaterThan(0);
      expect(typeof noteText(text)).toBe('string');
    }
  });
});

it('says a note in one line without its markup', () => {
  expect(noteText('# 一\n\n**二** `三`\n\n- 四\n- 五\n\n| a | b |\n|---|---|\n| c | d |')).toBe(
    '一 二 三 四 五 a b c d',
  );
});

it('begins a long note with whole lines', () => {
  const line = `${'字'.repeat(99)}\n`;
  const beginning = noteBeginning(line.repeat(100));
  expect(beginning.length).toBeLessThan(1300);
  expect(beginning).toMatch(/^(字{99}\n)+\n…$|^(字{99}\n)*字{99}\n\n…$/);
  expect(noteBeginning('short')).toBe('short');
});
