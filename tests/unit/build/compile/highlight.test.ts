import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { createHighlighter, isKnownLanguage } from '../../../../build/compile/highlight.ts';
import { element } from '../../../../core/book/hast.ts';
import { plainText } from '../../../../core/book/plain-text.ts';

const highlighter = await createHighlighter();
await highlighter.load(['bash', 'yaml', 'c', 'no-such-language']);

function highlight(code: string, language: string): string {
  return toHtml(element('code', {}, highlighter.highlight(code, language)));
}

describe('highlighter', () => {
  it('gives tokens classes and never a style', () => {
    const html = highlight('if [ -e /dev/sgx ]; then echo "yes" # ok\nfi', 'bash');
    expect(html).toContain('<span class="tok-keyword">if</span>');
    expect(html).toMatch(/<span class="tok-string-expression">"yes"\s*<\/span>/);
    expect(html).toMatch(/<span class="tok-comment"># ok<\/span>/);
    expect(html).not.toContain('style');
  });

  it('changes nothing of the text', () => {
    for (const [language, code] of [
      ['yaml', 'a:\n  - "b" # c\n\n  - d\n'],
      ['c', '#include <stdio.h>\n\tint main(void) { return 0; }'],
      ['bash', 'cat <<EOF\n$X && y\nEOF'],
    ] as const) {
      expect(plainText(element('pre', {}, highlighter.highlight(code, language)))).toBe(code);
    }
  });

  it('marks values to fill in as one piece, in shells and texts, not in programs', () => {
    expect(highlight('ssh <HOST_IP> <b>', 'text')).toBe(
      '<code>ssh <span class="tok-placeholder">&#x3C;HOST_IP></span> &#x3C;b></code>',
    );
    expect(highlight('curl -k "https://<HOST_IP>:8081/" > <OUT_FILE>', 'bash')).toMatch(
      /<span class="tok-placeholder">&#x3C;HOST_IP><\/span>.*<span class="tok-placeholder">&#x3C;OUT_FILE><\/span>/,
    );
    expect(highlight('#include <ABC>', 'c')).not.toContain('tok-placeholder');
  });

  it('leaves unknown languages and endless lines plain', () => {
    expect(highlight('a < b', 'no-such-language')).toBe('<code>a &#x3C; b</code>');
    expect(highlight(`echo "${'x'.repeat(2000)}"`, 'bash')).not.toContain('span');
  });

  it('knows names of languages, and names of plain text, but no names of objects', () => {
    expect(['bash', 'text', '', 'yaml'].every(isKnownLanguage)).toBe(true);
    expect(['no-such-language', 'constructor', '__proto__'].some(isKnownLanguage)).toBe(false);
  });
});
