/**
 * The folder of notes among the settings, and yet none of them: it is a path, so it goes neither to the page nor into a
 * backup.
 */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { idSchema } from '../../../core/book/model.ts';

const chosenSchema = z.strictObject({
  /** Absolute. */
  path: z.string().min(1).max(4096),
  /** The names of the files in it, by book. */
  files: z.record(idSchema, z.string().min(1).max(255)),
});
export type ChosenFolder = Readonly<z.infer<typeof chosenSchema>>;

const key = 'notesFolder';

export interface NotesFolderRow {
  readonly read: () => ChosenFolder | undefined;
  /** To be called in a transaction. */
  readonly write: (chosen: ChosenFolder | undefined) => void;
}

export function notesFolderRow(database: DatabaseSync): NotesFolderRow {
  const select = database.prepare('SELECT value FROM settings WHERE key = ?');
  const upsert = database.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const drop = database.prepare('DELETE FROM settings WHERE key = ?');
  return {
    read: () => {
      const value = select.get(key)?.value;
      const chosen = chosenSchema.safeParse(value === undefined ? undefined : JSON.parse(String(value)));
      return chosen.success ? chosen.data : undefined;
    },
    write: (chosen) => {
      if (chosen) upsert.run(key, JSON.stringify(chosen));
      else drop.run(key);
    },
  };
}
