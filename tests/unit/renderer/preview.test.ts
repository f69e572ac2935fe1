import { describe, expect, it } from 'vitest';
import type { BookManifest, Chapter } from '../../../core/book/model.ts';
import { previewOf } from '../../../renderer/app/preview.ts';

const manifest: BookManifest = {
  format: 1,
  id: 'book',
  edition: '1',
  title: { en: 'Book' },
  languages: ['en'],
  contents: [{ kind: 'chapter', id: 'one', title: { en: 'One' }, languages: ['en'], headings: {}, children: [] }],
};

function beginning(text: string, lang = 'en'): string | undefined {
  const blocks = [
    { id: 'one.0', kind: 'heading' as const, html: '<h1>One</h1>', text: 'One' },
    { id: 'one.1', kind: 'paragraph' as const, html: `<p>${text}</p>`, text },
  ];
  const chapter: Chapter = { id: 'one', lang, title: 'One', sections: [{ id: 'one', depth: 1, title: 'One', blocks }] };
  return previewOf(manifest, chapter, undefined)?.text;
}

describe('the beginning of what a link leads to', () => {
  it('is the text itself where it is short', () => {
    expect(beginning('An enclave is a place.')).toBe('An enclave is a place.');
  });

  it('ends behind a whole word, without a comma', () => {
    expect(beginning(`${'word '.repeat(30)}then, attestation follows`)).toBe(`${'word '.repeat(30)}then…`);
  });

  it('keeps a word that ends where it ends', () => {
    expect(beginning(`${'12345678 '.repeat(17)}1234567 and more`)).toBe(`${'12345678 '.repeat(17)}1234567…`);
  });

  it('ends after any Chinese character', () => {
    expect(beginning('机'.repeat(200), 'zh')).toBe(`${'机'.repeat(160)}…`);
  });

  it('is a sentence rather than cells or lettering, where there is one', () => {
    const table = { id: 'one.0', kind: 'table' as const, html: '<table></table>', text: 'SGX Yes TDX No' };
    const paragraph = { id: 'one.1', kind: 'paragraph' as const, html: '<p></p>', text: 'Both are in use.' };
    const chapterOf = (blocks: Chapter['sections'][number]['blocks']): Chapter => ({
      id: 'one',
      lang: 'en',
      title: 'One',
      sections: [{ id: 'one', depth: 1, title: 'One', blocks }],
    });
    expect(previewOf(manifest, chapterOf([table, paragraph]), undefined)?.text).toBe('Both are in use.');
    expect(previewOf(manifest, chapterOf([table]), undefined)?.text).toBe('SGX Yes TDX No');
  });
});
