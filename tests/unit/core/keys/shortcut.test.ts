import { describe, expect, it } from 'vitest';
import {
  isShortcut,
  matchesShortcut,
  shortcutKeys,
  shortcutOf,
  type KeyPress,
} from '../../../../core/keys/shortcut.ts';

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
    expect(shortcutKeys('Mod+Alt+ArrowLeft', true)).toEqual(['⌥', '⌘', '←']);
    expect(shortcutKeys('?', false)).toEqual(['?']);
    expect(shortcutKeys('Mod+PageUp', false)).toEqual(['Ctrl', 'PgUp']);
  });
});

describe('shortcutOf', () => {
  it.each([
    [press('b', { ctrlKey: true }), 'Mod+B'],
    [press('B', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+B'],
    [press('?', { shiftKey: true }), '?'],
    [press('？', { shiftKey: true }), '?'],
    [press('>', { ctrlKey: true, shiftKey: true }), 'Mod+>'],
    [press('+', { ctrlKey: true, shiftKey: true }), 'Mod+Plus'],
    [press(' ', { altKey: true }), 'Alt+Space'],
    [press('ArrowUp', { altKey: true, shiftKey: true }), 'Alt+Shift+ArrowUp'],
    [press('F5'), 'F5'],
    [press('е', { ctrlKey: true, code: 'KeyT' }), 'Mod+T'],
    [press('7', { altKey: true }), 'Alt+7'],
  ])('writes %j as %s, which is pressed again by the same keys', (keys, text) => {
    expect(shortcutOf(keys, false)).toBe(text);
    expect(isShortcut(text)).toBe(true);
    expect(matchesShortcut(text, keys, false)).toBe(true);
  });

  it('takes Alt and a letter on a Mac for what is on the key', () => {
    expect(shortcutOf(press('†', { altKey: true, code: 'KeyT' }), true)).toBe('Alt+T');
    expect(shortcutOf(press('¡', { altKey: true, code: 'Digit1' }), true)).toBe('Alt+1');
  });

  it('knows nothing of modifiers alone, dead keys and the keys of the system', () => {
    expect(shortcutOf(press('Shift', { shiftKey: true, code: 'ShiftLeft' }), false)).toBeUndefined();
    expect(shortcutOf(press('Dead', { code: 'BracketLeft' }), false)).toBeUndefined();
    expect(shortcutOf(press('b', { metaKey: true }), false)).toBeUndefined();
    expect(shortcutOf(press('b', { ctrlKey: true }), true)).toBeUndefined();
  });
});

describe('isShortcut', () => {
  it.each(['', 'Mod', 'Mod+', 'mod+b', 'Mod+b', 'Shift+Mod+B', 'Ctrl+B', 'Mod+B+C', 'F25', 'Mod+ä', 'Mod+ ', '+'])(
    'refuses %j',
    (text) => expect(isShortcut(text)).toBe(false),
  );
});
