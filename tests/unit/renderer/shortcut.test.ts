import { describe, expect, it } from 'vitest';
import { matchesShortcut, shortcutKeys, type KeyPress } from '../../../renderer/app/shortcut.ts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more };
}

describe('matchesShortcut', () => {
  it('knows Mod as Ctrl, and as Cmd on a Mac', () => {
    expect(matchesShortcut('Mod+Shift+O', press('O', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(matchesShortcut('Mod+Shift+O', press('O', { metaKey: true, shiftKey: true }), true)).toBe(true);
    expect(matchesShortcut('Mod+Shift+O', press('O', { ctrlKey: true, shiftKey: true }), true)).toBe(false);
  });

  it('wants exactly the keys it names', () => {
    expect(matchesShortcut('[', press('['), false)).toBe(true);
    expect(matchesShortcut('[', press('[', { ctrlKey: true }), false)).toBe(false);
    expect(matchesShortcut('[', press('[', { altKey: true }), false)).toBe(false);
    expect(matchesShortcut('Alt+L', press('l', { altKey: true, shiftKey: true }), false)).toBe(false);
    expect(matchesShortcut('Alt+ArrowLeft', press('ArrowLeft'), false)).toBe(false);
  });

  it('takes a sign as it is, wherever Shift is on the keyboard', () => {
    expect(matchesShortcut('?', press('?', { shiftKey: true }), false)).toBe(true);
    expect(matchesShortcut('?', press('?'), false)).toBe(true);
  });

  it('understands the signs of a Chinese input method', () => {
    expect(matchesShortcut('?', press('？', { shiftKey: true }), false)).toBe(true);
    expect(matchesShortcut('[', press('【'), false)).toBe(true);
  });

  it('finds a letter by its key where the layout gives another character', () => {
    expect(matchesShortcut('Alt+T', press('†', { altKey: true, code: 'KeyT' }), true)).toBe(true);
    expect(matchesShortcut('Alt+T', press('е', { altKey: true, code: 'KeyT' }), false)).toBe(true);
    expect(matchesShortcut('Alt+T', press('z', { altKey: true, code: 'KeyT' }), false)).toBe(false);
  });
});

describe('shortcutKeys', () => {
  it('names the keys as they are printed', () => {
    expect(shortcutKeys('Mod+Shift+O', false)).toEqual(['Ctrl', 'Shift', 'O']);
    expect(shortcutKeys('Mod+Alt+ArrowLeft', true)).toEqual(['⌘', '⌥', '←']);
    expect(shortcutKeys('?', false)).toEqual(['?']);
    expect(shortcutKeys('Mod+PageUp', false)).toEqual(['Ctrl', 'PgUp']);
  });
});
