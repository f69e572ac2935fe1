import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookInLink, formatBookLink, formatDeepLink, parseDeepLink } from '../../../../core/book/deep-link.ts';

describe('deep links', () => {
  it('name a chapter, and a section or block in it', () => {
    expect(formatDeepLink({ bookId: 'cncc', chapterId: 'intel-sgx' })).toBe('recto://cncc/intel-sgx');
    expect(formatDeepLink({ bookId: 'cncc', chapterId: 'intel-sgx', targetId: 'sealing.2' })).toBe(
      'recto://cncc/intel-sgx#sealing.2',
    );
  });

  it('may name a book alone, which is the place where its reader is', () => {
    expect(bookInLink(formatBookLink('云原生 guide'))).toBe('云原生 guide');
    expect(bookInLink('recto://cncc/')).toBe('cncc');
    expect(bookInLink('recto://cncc/intel-sgx#sealing.2')).toBe('cncc');
    expect(parseDeepLink('recto://cncc')).toBeUndefined();
    for (const text of ['recto://', 'recto:///x', 'https://cncc', 'recto://a b', 'recto://%zz', 'recto://cncc?x=1']) {
      expect([text, bookInLink(text)]).toEqual([text, undefined]);
    }
  });

  it('come back as they were', () => {
    const id = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(id, id, fc.option(id, { nil: undefined }), (bookId, chapterId, targetId) => {
        const link = { bookId, chapterId, ...(targetId === undefined ? {} : { targetId }) };
        expect(parseDeepLink(formatDeepLink(link))).toEqual(link);
      }),
    );
  });

  it('are taken with spaces around them, a slash behind them and any case of the scheme', () => {
    expect(parseDeepLink(' RECTO://cncc/intel-sgx/#a.1\n')).toEqual({
      bookId: 'cncc',
      chapterId: 'intel-sgx',
      targetId: 'a.1',
    });
  });

  it.each([
    '',
    'recto:',
    'recto://cncc',
    'recto://cncc/',
    'recto://cncc/a/b',
    'recto://cncc/a#',
    'recto://cncc/a#b#c',
    'recto://cncc/%E0%A4',
    'recto://cncc/a#%',
    'recto://cncc/a?b=1',
    'https://cncc/a',
    'see recto://cncc/a',
  ])('are not seen in %j', (text) => {
    expect(parseDeepLink(text)).toBeUndefined();
  });
});
