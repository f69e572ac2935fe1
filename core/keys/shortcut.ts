/**
 * Shortcuts as text: `Mod+B`, `Alt+ArrowLeft`, `?`. Mod is Cmd on a Mac and Ctrl elsewhere. Modifiers stand in the order Mod,
 * Alt, Shift. A shifted sign stands for itself (`?`, not `Shift+/`), because where it is on the keyboard differs.
 */

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export interface Shortcut {
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** Keys with a name, as `KeyboardEvent.key` has them; the two below that would be lost among plus signs and spaces. */
const namedKeys =
  /^(?:Arrow(?:Left|Right|Up|Down)|PageUp|PageDown|Home|End|Insert|Delete|Backspace|Enter|Escape|Tab|F(?:[1-9]|1\d|2[0-4]))$/;
const ownNames: Readonly<Record<string, string>> = { '+': 'Plus', ' ': 'Space' };

/** Whether a text is a shortcut as this program writes it. */
export function isShortcut(text: string): boolean {
  const key = /^(?:Mod\+)?(?:Alt\+)?(?:Shift\+)?([^+\s]+)$/.exec(text)?.[1] ?? '';
  return /^[A-Z0-9!-*,-/:-@[-`{-~]$/.test(key) || namedKeys.test(key) || Object.values(ownNames).includes(key);
}

export function parseShortcut(text: string): Shortcut {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  return { key, mod: parts.includes('Mod'), alt: parts.includes('Alt'), shift: parts.includes('Shift') };
}

/** The text of a shortcut; whether a sign needed Shift is left out. */
export function formatShortcut({ key, mod, alt, shift }: Shortcut): string {
  return [...(mod ? ['Mod'] : []), ...(alt ? ['Alt'] : []), ...(shift && !isSign(key) ? ['Shift'] : []), key].join('+');
}

/** The shortcut that was pressed; undefined for a modifier alone, a key without a name, and the modifier of the system. */
export function shortcutOf(press: KeyPress, mac: boolean): string | undefined {
  const key = keyOf(press);
  if (key === undefined || (mac ? press.ctrlKey : press.metaKey)) return undefined;
  return formatShortcut({ key, mod: mac ? press.metaKey : press.ctrlKey, alt: press.altKey, shift: press.shiftKey });
}

function keyOf({ key, code }: KeyPress): string | undefined {
  if (namedKeys.test(key)) return key;
  const sign = fullWidth[key] ?? key;
  // A layout, or Alt on a Mac, that gives another character: the key's place says which it is.
  if (sign.length !== 1 || sign.charCodeAt(0) > 126)
    return /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.slice(1).find(Boolean);
  return ownNames[sign] ?? sign.toUpperCase();
}

function isSign(key: string): boolean {
  return key === 'Plus' || (key.length === 1 && !/[a-z0-9]/i.test(key));
}

/** Whether a key press is that shortcut. */
export function matchesShortcut(text: string, press: KeyPress, mac: boolean): boolean {
  const shortcut = parseShortcut(text);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const stray = mac ? press.ctrlKey : press.metaKey;
  if (mod !== shortcut.mod || stray || press.altKey !== shortcut.alt) return false;
  if (!isSign(shortcut.key) && press.shiftKey !== shortcut.shift) return false;
  return (
    (ownNames[press.key] ?? press.key).toLowerCase() === shortcut.key.toLowerCase() ||
    matchesByPlace(shortcut.key, press)
  );
}

// Full-width signs of Chinese input methods, and letters where the layout (or Alt on a Mac) gives another character.
const fullWidth: Readonly<Record<string, string>> = { '？': '?', '【': '[', '】': ']' };

function matchesByPlace(key: string, press: KeyPress): boolean {
  if (fullWidth[press.key] === key) return true;
  const foreign = press.key.length === 1 && press.key.charCodeAt(0) > 127;
  return foreign && /^[a-z0-9]$/i.test(key) && /^(?:Key|Digit)(.)$/.exec(press.code)?.[1] === key.toUpperCase();
}

const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Insert: 'Ins',
  Delete: 'Del',
  Escape: 'Esc',
  Plus: '+',
};

const macNames: Readonly<Record<string, string>> = { Enter: '↩', Backspace: '⌫', Delete: '⌦', Tab: '⇥', Escape: '⎋' };

/** The keys of a shortcut as they are printed on the keyboard, in the platform's order: `['Ctrl', 'Shift', 'B']`, `['⇧', '⌘', 'B']`. */
export function shortcutKeys(text: string, mac: boolean): string[] {
  const { key, mod, alt, shift } = parseShortcut(text);
  const name = (mac ? macNames[key] : undefined) ?? names[key] ?? key;
  if (mac) return [...(alt ? ['⌥'] : []), ...(shift ? ['⇧'] : []), ...(mod ? ['⌘'] : []), name];
  return [...(mod ? ['Ctrl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), name];
}
