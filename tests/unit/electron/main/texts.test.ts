import { describe, expect, it } from 'vitest';
import { textsFor } from '../../../../electron/main/texts.ts';

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
    expect(textsFor('zh', 'darwin').pageGoneDetail('crashed', 5)).toContain('原因：崩溃，crashed（');
  });
});
