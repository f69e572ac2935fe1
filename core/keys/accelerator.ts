/** Shortcuts as Electron's menus write them: `Mod+>` is `CmdOrCtrl+Shift+.`. */
import { formatShortcut, parseShortcut } from './shortcut.ts';

/** Signs that are reached with Shift, by the key that has them on a keyboard of the US layout, as accelerators count them. */
const shiftedSigns: Readonly<Record<string, string>> = {
  '~': '`',
  '!': '1',
  '@': '2',
  '#': '3',
  $: '4',
  '%': '5',
  '^': '6',
  '&': '7',
  '*': '8',
  '(': '9',
  ')': '0',
  _: '-',
  '{': '[',
  '}': ']',
  '|': '\\',
  ':': ';',
  '"': "'",
  '<': ',',
  '>': '.',
  '?': '/',
};
const signsWithShift: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(shiftedSigns).map(([sign, key]) => [key, sign]),
);

/** The accelerator of a shortcut. */
export function acceleratorOf(shortcut: string): string {
  const { key, mod, alt, shift } = parseShortcut(shortcut);
  const plain = shiftedSigns[key];
  const name = (plain ?? key).replace(/^Arrow/, '');
  return [
    ...(mod ? ['CmdOrCtrl'] : []),
    ...(alt ? ['Alt'] : []),
    ...(shift || plain !== undefined ? ['Shift'] : []),
    name,
  ].join('+');
}

/** The shortcut of an accelerator: `Alt+Cmd+Left` is `Mod+Alt+ArrowLeft`. */
export function shortcutOfAccelerator(accelerator: string): string {
  const parts = accelerator.replace(/CmdOrCtrl|Cmd|Ctrl/, 'Mod').split('+');
  const name = parts.pop() ?? '';
  const has = (modifier: string): boolean => parts.includes(modifier);
  const key = /^(?:Left|Right|Up|Down)$/.test(name) ? `Arrow${name}` : name;
  const sign = has('Shift') ? signsWithShift[key] : undefined;
  return formatShortcut({ key: sign ?? key, mod: has('Mod'), alt: has('Alt'), shift: has('Shift') });
}

/** What a text field understands, and a menu must leave to it. */
const editing = /^Mod\+(?:[ACVXYZ]|Shift\+[VZ]|(?:Shift\+)?(?:Arrow\w+|Home|End|Backspace|Delete))$/;
const editingOnMac = /^Mod\+[BIU]$/;

/** Whether a shortcut can stand in a menu, whose keys hold while text is typed, too: one that neither types nor edits. */
export function isMenuKey(shortcut: string, mac: boolean): boolean {
  const { key, mod, alt } = parseShortcut(shortcut);
  if (/^F\d+$/.test(key)) return true;
  if (editing.test(shortcut) || (mac && editingOnMac.test(shortcut))) return false;
  return mod || (alt && !mac);
}
