/** The keys that commands have now: those they come with, as the reader has changed them. */
import { useMemo } from 'react';
import { keysInForce, type KeyTable } from '../../core/keys/bindings.ts';
import { shortcutKeys } from '../../core/keys/shortcut.ts';
import { useAppState } from '../state/store-context.ts';
import type { Command } from './commands/command.ts';
import type { Commands } from './commands/commands.ts';

/** The keys that the commands come with. */
export function defaultKeys(commands: Commands): KeyTable {
  return Object.fromEntries(Object.values(commands).map(({ id, shortcuts }) => [id, shortcuts]));
}

/** The keys now, for `changed` as it is in the settings; drawn anew when they change. */
export function useKeys({ commands }: { readonly commands: Commands }): KeyTable {
  const changed = useAppState((state) => state.settings.keys);
  return useMemo(() => keysInForce(defaultKeys(commands), changed), [commands, changed]);
}

/** The first key of a command as it is printed: `Ctrl+B`, `⌘B`; undefined where it has none. */
export function firstKey(keys: KeyTable, { id }: Command, mac: boolean): string | undefined {
  const first = keys[id]?.[0];
  return first === undefined ? undefined : printedKey(first, mac);
}

/** A shortcut as it is printed: `Ctrl+B`, `⌘B`. */
export function printedKey(shortcut: string, mac: boolean): string {
  return shortcutKeys(shortcut, mac).join(mac ? '' : '+');
}
