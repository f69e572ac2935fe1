import { describe, expect, it } from 'vitest';
import { resolveUiLanguage } from '../../../../core/contract/ui-language.ts';

describe('resolveUiLanguage', () => {
  it('is the one that the reader chose', () => {
    expect(resolveUiLanguage('zh', ['en-US'])).toBe('zh');
    expect(resolveUiLanguage('en', ['zh-CN'])).toBe('en');
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
    expect(resolveUiLanguage('system', languages)).toBe(expected);
  });
});
