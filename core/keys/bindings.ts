/** Which keys each command has: those it comes with, and what the reader has made of them. */

/** Shortcuts by the id of a command. */
export type KeyTable = Readonly<Record<string, readonly string[]>>;

/** More alternatives than anyone needs for one command. */
export const keyLimit = 4;

/**
 * The keys that hold. `changed` has the commands whose keys the reader has set; a key that is set for one command is no
 * longer among those that another one comes with, so that every key has one meaning.
 */
export function keysInForce(defaults: KeyTable, changed: KeyTable): KeyTable {
  const taken = new Set(Object.values(changed).flat());
  return Object.fromEntries(
    Object.entries(defaults).map(([id, keys]) => [
      id,
      Object.hasOwn(changed, id) ? (changed[id] ?? []) : keys.filter((key) => !taken.has(key)),
    ]),
  );
}

/** `changed` with these keys for a command; those it comes with are no change. */
export function withKeys(defaults: KeyTable, changed: KeyTable, id: string, keys: readonly string[]): KeyTable {
  const others = Object.fromEntries(Object.entries(changed).filter(([other]) => other !== id));
  const same = keys.length === defaults[id]?.length && keys.every((key, index) => key === defaults[id]?.[index]);
  return same ? others : { ...others, [id]: keys };
}

/** `changed` with one more key for a command, taken from the command that has it now. */
export function withKey(defaults: KeyTable, changed: KeyTable, id: string, key: string): KeyTable {
  const inForce = keysInForce(defaults, changed);
  const owner = ownerOf(inForce, key);
  const freed =
    owner === undefined || owner === id
      ? changed
      : withKeys(defaults, changed, owner, inForce[owner]?.filter((one) => one !== key) ?? []);
  return withKeys(defaults, freed, id, [...(inForce[id] ?? []).filter((one) => one !== key), key]);
}

/** The command that has a key, or undefined. */
export function ownerOf(inForce: KeyTable, key: string): string | undefined {
  return Object.keys(inForce).find((id) => inForce[id]?.includes(key));
}
