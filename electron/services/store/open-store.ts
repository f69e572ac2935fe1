import type { Failure } from '../../../core/contract/result.ts';
import { databaseStore } from './database-store.ts';
import { memoryStore } from './memory-store.ts';
import { openDatabase } from './open-database.ts';
import type { Store } from './store.ts';

/** Opens the store of a data folder; there always is one. `warning` is what kept it from being opened as it was. */
export function openStore(folder: string): { readonly store: Store; readonly warning: Failure | undefined } {
  const { database, warning } = openDatabase(folder);
  const store = database === undefined ? memoryStore(warning) : databaseStore(database, folder);
  return { store, warning };
}
