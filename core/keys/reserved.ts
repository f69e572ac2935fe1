/** Keys that no command can have, and who has them. */

/**
 * `moving`: they go through the page and work its controls. `editing`: they belong to text, wherever it can be selected.
 * `window`: window and program have them, in a browser the size of the page, too. `browser`: the browser keeps them from every page in a tab.
 */
export type Holder = 'moving' | 'editing' | 'window' | 'browser';

const moving = /^(?:Shift\+)?(?:Escape|Tab|Enter|Space|Arrow\w+|PageUp|PageDown|Home|End)$/;
const editing = /^Mod\+[ACVX]$/;
/** Chromium lets no page have these (`IsReservedCommandOrKey` in its browser_command_controller.cc). */
const browser = /^Mod\+(?:(?:Shift\+)?[NTW]|(?:Shift\+)?Tab|PageUp|PageDown)$/;
const window = {
  mac: /^Mod\+(?:[QHMW]|Alt\+H)$/,
  other: /^(?:Mod\+[QW]|Alt\+(?:F4|Tab|Space))$/,
};
/** Commands of the program have these; in a browser they are the browser's. */
const size = { mac: /^Mod\+(?:[0=-]|Plus)$/, other: /^(?:Mod\+(?:[0=-]|Plus)|F11)$/ };

/** Who has a shortcut, in a browser or in the program of its own; undefined where it is free. */
export function holderOf(shortcut: string, mac: boolean, host: 'electron' | 'browser'): Holder | undefined {
  if (moving.test(shortcut)) return 'moving';
  if (editing.test(shortcut)) return 'editing';
  if ((mac ? window.mac : window.other).test(shortcut)) return 'window';
  if (host === 'browser' && (mac ? size.mac : size.other).test(shortcut)) return 'window';
  if (host === 'browser' && browser.test(shortcut)) return 'browser';
  return undefined;
}
