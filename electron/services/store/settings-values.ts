import type { DatabaseSync } from 'node:sqlite';
import { defaultSettings } from '../../../core/contract/default-settings.ts';
import { settingsSchema, type Settings, type SettingsPatch } from '../../../core/contract/settings.ts';

/**
 * Settings from rows of key and JSON value. Each key is judged on its own: a value that this version does not know (a
 * newer one may have written it) gives that key's default and costs no other key.
 */
export function readSettings(rows: Iterable<readonly [key: string, json: string]>): Settings {
  const found: Record<string, unknown> = {};
  for (const [key, json] of rows) {
    if (!isKey(key)) continue;
    const value = settingsSchema.shape[key].safeParse(parseJson(json));
    if (value.success) found[key] = value.data;
  }
  return settingsSchema.parse({ ...defaultSettings, ...found });
}

/** The settings in a database. Throws errors of SQLite. */
export function storedSettings(database: DatabaseSync): Settings {
  const rows = database.prepare('SELECT key, value FROM settings').all();
  return readSettings(rows.map(({ key, value }) => [String(key), String(value)] as const));
}

/** What a patch really sets: over structured clone a key may be there with `undefined`. */
export function setKeys(patch: SettingsPatch): [key: string, value: unknown][] {
  return Object.entries(patch).filter(([, value]) => value !== undefined);
}

function isKey(key: string): key is keyof Settings {
  return Object.hasOwn(settingsSchema.shape, key);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Fits no schema, so the default stands.
    return undefined;
  }
}
