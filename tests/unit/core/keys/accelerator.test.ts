import { describe, expect, it } from 'vitest';
import { acceleratorOf, isMenuKey, shortcutOfAccelerator } from '../../../../core/keys/accelerator.ts';

describe('accelerators', () => {
  it.each([
    ['Mod+B', 'CmdOrCtrl+B'],
    ['Mod+>', 'CmdOrCtrl+Shift+.'],
    ['Mod+Alt+ArrowLeft', 'CmdOrCtrl+Alt+Left'],
    ['Mod+?', 'CmdOrCtrl+Shift+/'],
    ['Alt+Shift+F4', 'Alt+Shift+F4'],
    ['Mod+Plus', 'CmdOrCtrl+Plus'],
    ['Mod+PageUp', 'CmdOrCtrl+PageUp'],
    ['Mod+[', 'CmdOrCtrl+['],
  ])('%s is %s, and back', (shortcut, accelerator) => {
    expect(acceleratorOf(shortcut)).toBe(accelerator);
    expect(shortcutOfAccelerator(accelerator)).toBe(shortcut);
  });

  it('are for keys that neither type nor edit', () => {
    for (const key of ['Mod+K', 'Alt+ArrowUp', 'F3', 'Shift+F3', 'Mod+Shift+F'])
      expect(isMenuKey(key, false), key).toBe(true);
    for (const key of ['K', '?', 'Shift+J', 'Mod+Z', 'Mod+Shift+Z', 'Mod+ArrowLeft', 'Mod+Backspace']) {
      expect(isMenuKey(key, false), key).toBe(false);
    }
    expect(isMenuKey('Alt+T', true)).toBe(false);
  });
});
