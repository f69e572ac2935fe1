import { describe, expect, it } from 'vitest';
import { failureCodes } from '../../../core/contract/result.ts';
import { loadWording } from '../../../renderer/i18n/dictionaries.ts';
import { explain, languageName } from '../../../renderer/i18n/ui-language.ts';

describe('the interface language', () => {
  it('names the languages of a book in its own words', () => {
    expect(languageName('zh', 'en')).toBe('Chinese');
    expect(languageName('en', 'zh')).toBe('英语');
  });
});

const details = {
  what: 'WHAT',
  folder: '/data/recto',
  file: 'chapters/zh/intel-sgx.json',
  found: '9',
  known: '3',
  movedTo: '/data/recto/old.db',
  takenAt: '2026-11-27T03:20:00.000Z',
  url: 'ftp://example.org',
};

describe.each(['zh', 'en'] as const)('failures in %s', async (language) => {
  const { messages } = await loadWording(language);

  it.each(failureCodes)('%s says what is wrong and the way out, in full sentences', (code) => {
    const { what, wayOut } = explain(messages, { code, details });
    const end = language === 'zh' ? /。$/ : /\.$/;
    expect(what).toMatch(end);
    expect(wayOut).toMatch(end);
    expect(what + wayOut).not.toMatch(/undefined/);
    if (language === 'zh') expect(what).toMatch(/\p{Script=Han}/u);
    else expect(what + wayOut).not.toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ['book-damaged', details.file],
    ['book-missing', details.folder],
    ['store-unavailable', details.folder],
    ['store-newer', details.file],
    ['store-damaged', details.movedTo],
    ['store-restored', '2026'],
    ['link-refused', details.url],
    ['not-found', details.what],
  ] as const)('%s names the thing', (code, name) => {
    expect(explain(messages, { code, details }).what).toContain(name);
  });

  it.each(failureCodes)('%s reads well without details', (code) => {
    const { what, wayOut } = explain(messages, { code, details: {} });
    expect(what + wayOut).not.toMatch(/undefined|“”| {2}|\(\)|（）/);
  });
});
