import { describe, expect, it } from 'vitest';
import { chooseLanguage, firstPlace, stillThere } from '../../../../electron/services/library/first-chapter.ts';
import { tinyManifest } from '../../../integration/tiny-bundle.ts';

describe('the language of a first start', () => {
  it.each([
    [['zh', 'en'], ['zh-CN'], 'zh'],
    [['zh', 'en'], ['zh-Hant-TW', 'en'], 'zh'],
    [['zh', 'en'], ['ZH_cn'], 'zh'],
    [['zh', 'en'], ['en-GB', 'zh'], 'en'],
    [['zh', 'zh-TW'], ['zh-TW'], 'zh-TW'],
    [['zh', 'en'], ['fr', 'zh-CN'], 'zh'],
    [['zh', 'en'], ['fr'], 'en'],
    [['zh', 'en'], [], 'en'],
    [['zh', 'de'], ['fr'], 'zh'],
    // Three letters of a primary tag are not a prefix match.
    [['en', 'zha'], ['zh-CN'], 'en'],
  ])('of %j for a reader of %j is %s', (available, wanted, chosen) => {
    expect(chooseLanguage(available, wanted)).toBe(chosen);
  });

  it('is one that the first chapter has', () => {
    const onlyChinese = { ...tinyManifest, contents: tinyManifest.contents.slice(2) };
    expect(firstPlace(onlyChinese, ['en'])).toEqual({ chapterId: 'outlook', lang: 'zh' });
  });

  it('is not asked for in a book without chapters', () => {
    expect(firstPlace({ ...tinyManifest, contents: [] }, ['en'])).toBeUndefined();
  });
});

describe('a position kept from before', () => {
  const position = { bookId: 'tiny', lang: 'en', chapterId: 'enclaves', blockId: 'enclaves.1', fraction: 0.25 };

  it('holds while the book has the chapter', () => {
    expect(stillThere(tinyManifest, position, ['zh'])).toEqual(position);
  });

  it('moves to another language where the chapter has lost the old one', () => {
    const there = stillThere(tinyManifest, { ...position, chapterId: 'outlook' }, ['en']);
    expect(there).toEqual({ ...position, chapterId: 'outlook', lang: 'zh' });
  });

  it('is gone with its chapter', () => {
    expect(stillThere(tinyManifest, { ...position, chapterId: 'removed' }, ['zh'])).toBeNull();
    expect(stillThere(tinyManifest, null, ['zh'])).toBeNull();
  });
});
