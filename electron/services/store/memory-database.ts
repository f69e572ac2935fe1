/** A database that ends with Recto, where the one on disk cannot be written: reading goes on, with what is there. */
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { examine } from './examine.ts';
import { knownVersion, migrate } from './migrate.ts';

export function emptyDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(database);
  return database;
}

/**
 * What a database file holds, in memory; empty where it cannot be read. The file and its folder are only read: SQLite
 * itself needs to write beside a file in WAL mode, so it is given a copy.
 */
export function readIntoMemory(file: string): DatabaseSync {
  const memory = emptyDatabase();
  let folder: string | undefined;
  try {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return memory;
    folder = mkdtempSync(join(tmpdir(), 'recto-'));
    const copy = join(folder, 'recto.db');
    copyFileSync(file, copy);
    if (statSync(`${file}-wal`, { throwIfNoEntry: false })) copyFileSync(`${file}-wal`, `${copy}-wal`);
    const version = examine(copy, knownVersion, 0);
    if (version > 0 && version <= knownVersion) takeOver(memory, copy);
  } catch (error) {
    // The reader is told already that nothing can be kept; that is one sentence more than can be read then.
    console.error(`recto: ${file} cannot be read:`, error instanceof Error ? error.message : error);
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
  return memory;
}

/** Copies all rows of a database file of ours into an empty one of the present schema. */
function takeOver(memory: DatabaseSync, file: string): void {
  const old = new DatabaseSync(file);
  migrate(old);
  old.close();
  memory.exec('PRAGMA foreign_keys = OFF');
  memory.prepare('ATTACH ? AS old').run(file);
  const tables = memory.prepare(`SELECT name FROM main.sqlite_schema WHERE type = 'table'`).all();
  memory.exec('BEGIN');
  for (const { name } of tables) {
    const table = `"${String(name)}"`;
    memory.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM old.${table}`);
  }
  memory.exec('COMMIT; DETACH old; PRAGMA foreign_keys = ON');
}
