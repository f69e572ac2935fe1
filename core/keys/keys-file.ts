/** The reader's keys as a file: JSON with the commands whose keys were changed. */
import { keyLimit, type KeyTable } from './bindings.ts';
import { isShortcut } from './shortcut.ts';

const format = 'recto-keys';
const version = 1;

/** `text` is JSON with a line for each command. */
export function writeKeysFile(changed: KeyTable): string {
  const keys = Object.fromEntries(Object.entries(changed).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ format, version, keys }, undefined, 2)}\n`;
}

/** Why a file is refused as a whole. `what` is the command or the key at fault. */
export interface KeysProblem {
  readonly kind: 'not-keys' | 'newer' | 'not-a-list' | 'not-a-key' | 'twice';
  readonly what: string;
}

export type ReadKeys =
  | {
      readonly ok: true;
      readonly keys: KeyTable;
      /** Commands that this version does not have: left out. */ readonly unknown: readonly string[];
    }
  | { readonly ok: false; readonly problem: KeysProblem };

/** Reads such a file. Nothing of it is taken where anything is wrong; a command that is not among `known` is left out. */
export function readKeysFile(text: string, known: readonly string[]): ReadKeys {
  const refuse = (kind: KeysProblem['kind'], what = ''): ReadKeys => ({ ok: false, problem: { kind, what } });
  const file = parsed(text);
  if (file?.format !== format || typeof file.version !== 'number' || !isRecord(file.keys)) return refuse('not-keys');
  if (file.version > version) return refuse('newer', String(file.version));
  const keys: Record<string, string[]> = {};
  const unknown: string[] = [];
  const owners = new Map<string, string>();
  for (const [id, list] of Object.entries(file.keys)) {
    if (!Array.isArray(list) || list.length > keyLimit) return refuse('not-a-list', id);
    if (!known.includes(id)) {
      unknown.push(id);
      continue;
    }
    for (const key of list as unknown[]) {
      if (typeof key !== 'string' || !isShortcut(key)) return refuse('not-a-key', typeof key === 'string' ? key : id);
      if (owners.has(key)) return refuse('twice', key);
      owners.set(key, id);
    }
    keys[id] = list as string[];
  }
  return { ok: true, keys, unknown };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
