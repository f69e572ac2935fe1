import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../core/contract/default-settings.ts';
import { readSettings } from '../../../../electron/services/store/settings-values.ts';

describe('settings read from rows', () => {
  it('are the defaults where nothing was set', () => {
    expect(readSettings([])).toEqual(defaultSettings);
  });

  it('fall back key by key where a value is not known', () => {
    const rows = [
      ['theme', '"dark"'],
      ['uiLanguage', '"tlh"'],
      ['contentsOpen', 'not json'],
    ] as const;
    expect(readSettings(rows)).toEqual({ ...defaultSettings, theme: 'dark' });
  });

  it('leave out keys that this version does not know, and names that objects have by nature', () => {
    const rows = [
      ['fontSize', '18'],
      ['__proto__', '{"theme":"dark"}'],
      ['constructor', '1'],
    ] as const;
    expect(readSettings(rows)).toEqual(defaultSettings);
  });
});
