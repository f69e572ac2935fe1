import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { knownVersion } from './migrate.ts';
import { isSnapshotDue, takeSnapshot } from './snapshots.ts';

export interface SnapshotOrder {
  readonly dataFolder: string;
}

/**
 * Takes a snapshot of the store where something has changed since the last, by a connection of its own: in write-ahead mode
 * it reads what is committed and holds up no writer. Throws an error of SQLite or the system.
 */
export function takeDueSnapshot({ dataFolder }: SnapshotOrder): void {
  const database = new DatabaseSync(join(dataFolder, 'recto.db'), { readOnly: true, timeout: 5000 });
  try {
    if (isSnapshotDue(database, dataFolder)) takeSnapshot(database, dataFolder, knownVersion);
  } finally {
    database.close();
  }
}
