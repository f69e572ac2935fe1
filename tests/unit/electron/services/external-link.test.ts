import { describe, expect, it } from 'vitest';
import { checkExternalLink } from '../../../../electron/services/external-link.ts';

const allowed: readonly (readonly [given: string, shown: string])[] = [
  ['https://example.org', 'https://example.org/'],
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['HTTP://Example.ORG:80/', 'http://example.org/'],
  ['https://例子.测试/路径', 'https://xn--fsqu00a.xn--0zwm56d/%E8%B7%AF%E5%BE%84'],
  // A Cyrillic letter in a well-known name shows in Punycode.
  ['https://аpple.com/', 'https://xn--pple-43d.com/'],
  ['mailto:someone@example.org?subject=Hello', 'mailto:someone@example.org?subject=Hello'],
];

const refused = [
  '',
  'example.org',
  '//example.org/',
  '/etc/passwd',
  '#section',
  'file:///etc/passwd',
  'FILE://server/share',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox',
  'blob:https://example.org/1',
  'about:blank',
  'chrome://settings',
  'app://recto/',
  'ms-msdt:/id',
  'ms-word:ofe|u|https://example.org/a.docx',
  'search-ms:query=x',
  'smb://server/share',
  'ftp://example.org/',
  'ssh://example.org/',
  'tel:123',
  '\\\\server\\share',
  'https:\\\\example.org\\',
  'https://example.org\\@evil.example/',
  'https:example.org',
  'https:/example.org',
  'https://',
  'https://bank.example@evil.example/',
  'https://user:secret@example.org/',
  'https://example.org/\u0000',
  'https://example.org/a b',
  ' https://example.org/',
  'https://example.org/\u202egnp.exe',
  'https://exa\u200bmple.org/',
  'https://exa\u00admple.org/',
  'https://example.org:99999/',
  'https://[::1',
  'mailto:',
  'mailto:a@example.org?attach=/etc/passwd',
  'mailto:a@example.org?subject=x&ATTACHMENT=C:/secret.txt',
];

describe('an external address', () => {
  it.each(allowed)('%s may leave, shown as %s', (given, shown) => {
    expect(checkExternalLink(given)).toEqual({ ok: true, value: shown });
  });

  it.each(refused)('%j is refused and named', (given) => {
    expect(checkExternalLink(given)).toEqual({ ok: false, error: { code: 'link-refused', details: { url: given } } });
  });
});
