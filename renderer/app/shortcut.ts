/**
 * Shortcuts as text: `Mod+B`, `Alt+ArrowLeft`, `?`. Mod is Cmd on a Mac and Ctrl elsewhere. A shifted sign stands for
 * itself (`?`, not `Shift+/`), because where it is on the keyboard differs.
 */

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

interface Shortcut {
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

function parse(text: string): Shortcut {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  return { key, mod: parts.includes('Mod'), alt: parts.includes('Alt'), shift: parts.includes('Shift') };
}

/** Whether a key press is that shortcut. */
export function matchesShortcut(text: string, press: KeyPress, mac: boolean): boolean {
  const shortcut = parse(text);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const stray = mac ? press.ctrlKey : press.metaKey;
  if (mod !== shortcut.mod || stray || press.altKey !== shortcut.alt) return false;
  const isSign = shortcut.key.length === 1 && !/[a-z0-9]/i.test(shortcut.key);
  if (!isSign && press.shiftKey !== shortcut.shift) return false;
  return press.key.toLowerCase() === shortcut.key.toLowerCase() || matchesByPosition(shortcut.key, press);
}

// Full-width signs of Chinese input methods, and letters where the layout (or Alt on a Mac) gives another character.
const fullWidth: Readonly<Record<string, string>> = { '？': '?', '【': '[', '】': ']' };

function matchesByPosition(key: string, press: KeyPress): boolean {
  if (fullWidth[press.key] === key) return true;
  const foreign = press.key.length === 1 && press.key.charCodeAt(0) > 127;
  return foreign && /^[a-z]$/i.test(key) && press.code === `Key${key.toUpperCase()}`;
}

const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** The keys of a shortcut as they are printed on the keyboard: `['Ctrl', 'B']`, `['⌘', 'B']`. */
export function shortcutKeys(text: string, mac: boolean): string[] {
  const shortcut = parse(text);
  const key = names[shortcut.key] ?? (shortcut.key.length === 1 ? shortcut.key.toUpperCase() : shortcut.key);
  return [
    ...(shortcut.mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(shortcut.alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(shortcut.shift ? [mac ? '⇧' : 'Shift'] : []),
    key,
  ];
}
