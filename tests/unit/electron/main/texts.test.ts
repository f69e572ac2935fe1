import { describe, expect, it } from 'vitest';
import { textsFor, uiLanguage } from '../../../../electron/main/texts.ts';

describe('uiLanguage', () => {
  it('is the one that the reader chose', () => {
    expect(uiLanguage('zh', ['en-US'])).toBe('zh');
    expect(uiLanguage('en', ['zh-CN'])).toBe('en');
  });

  it.each([
    [['zh-CN', 'en-US'], 'zh'],
    [['zh-Hant-TW'], 'zh'],
    [['ZH'], 'zh'],
    [['zh_CN'], 'zh'],
    [['en-GB', 'zh-CN'], 'en'],
    [['fr-FR', 'zh-CN', 'en-US'], 'zh'],
    [['de'], 'en'],
    [['zhx', 'de'], 'en'],
    [[], 'en'],
  ] as const)('follows a system that speaks %j', (languages, expected) => {
    expect(uiLanguage('system', languages)).toBe(expected);
  });
});

describe('textsFor', () => {
  it('has every word in both languages', () => {
    const english = textsFor('en', 'linux');
    const chinese = textsFor('zh', 'linux');
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(chinese)) {
      if (typeof text === 'string' && key !== 'ok') expect(text, key).toMatch(/\p{Script=Han}/u);
    }
  });

  it('leaves the access keys out on macOS, which has none', () => {
    expect(textsFor('en', 'win32').exit).toBe('E&xit');
    expect(textsFor('en', 'darwin').file).toBe('File');
    expect(textsFor('zh', 'win32').file).toBe('文件(&F)');
    expect(textsFor('zh', 'darwin').file).toBe('文件');
    expect(textsFor('zh', 'darwin').pageGoneDetail('crashed', 5)).toContain('crashed');
  });
});
