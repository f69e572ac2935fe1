import type { KeyTable } from '../../core/keys/bindings.ts';
import { matchesShortcut, type KeyPress } from '../../core/keys/shortcut.ts';
import type { Command } from './commands/command.ts';
import type { Commands } from './commands/commands.ts';

/** The command a key press means, or undefined. */
export function commandForKey(commands: Commands, keys: KeyTable, press: KeyPress, mac: boolean): Command | undefined {
  return Object.values(commands).find(
    (command) => keys[command.id]?.some((text) => matchesShortcut(text, press, mac)) && command.isAvailable(),
  );
}

export function isMac(page: Window): boolean {
  return /Mac|iPhone|iPad/.test(page.navigator.userAgent);
}

/**
 * Listens for shortcuts in the whole page. Nothing fires while text is typed, composed, or asked for in a dialog. `keys` gives
 * those that hold at the time.
 */
export function listenForShortcuts(page: Window, commands: Commands, keys: () => KeyTable): () => void {
  const mac = isMac(page);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
    if (page.document.querySelector('dialog:modal')) return;
    const command = commandForKey(commands, keys(), event, mac);
    if (!command) return;
    event.preventDefault();
    if (!event.repeat || command.repeats) command.run();
  }
  page.addEventListener('keydown', onKeyDown);
  return () => page.removeEventListener('keydown', onKeyDown);
}

/** Whether keys go into a text field: there they are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox';
}
