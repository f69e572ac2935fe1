import { success, type Failure } from '../../../core/contract/result.ts';
import { databaseStore } from './database-store.ts';
import { emptyBin } from './empty-bin.ts';
import { knownVersion } from './migrate.ts';
import { openDatabase, openDatabaseAsIs, type OpenedDatabase } from './open-database.ts';
import { isSnapshotDue, takeSnapshot } from './snapshots.ts';
import type { Store } from './store.ts';
import { keeper } from './transaction.ts';

export interface OpenedStore {
  readonly store: Store;
  /** What kept it from being opened as it was; undefined where nothing did. */
  readonly warning: Failure | undefined;
  /** Whether what is written is on disk; if not, it is in memory, and `warning` says why. */
  readonly kept: boolean;
  /**
   * Takes a snapshot where something has changed since the last. Throws an error of SQLite or the system: a full disk
   * must not end a reader's session, so whoever calls it says where it goes.
   */
  readonly snapshot: () => void;
}

/** Opens the store of a data folder; there always is one. */
export function openStore(folder: string): OpenedStore {
  return storeOn(openDatabase(folder), folder);
}

/** Opens a store that is in order, for a tool; throws DatabaseRefused where it is not, and leaves it as it is. */
export function openStoreAsIs(folder: string): OpenedStore {
  return storeOn(openDatabaseAsIs(folder), folder);
}

function storeOn({ database, warning, kept }: OpenedDatabase, folder: string): OpenedStore {
  const store = databaseStore(database, folder, kept ? undefined : warning);
  if (kept) {
    const emptied = keeper(
      database,
      folder,
      undefined,
    )(() => {
      emptyBin(database);
      return success({});
    });
    // Next time, then; a disk that is full or read-only is told at the first save.
    if (!emptied.ok) console.error('recto: the bin could not be emptied:', emptied.error.details.what);
  }
  return {
    store,
    warning,
    kept,
    snapshot: () => {
      if (kept && database.isOpen && isSnapshotDue(database, folder)) takeSnapshot(database, folder, knownVersion);
    },
  };
}
