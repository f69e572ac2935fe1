import type { DatabaseSync } from 'node:sqlite';
import { failure, type Failure, type Result } from '../../../core/contract/result.ts';
import { isSqliteError } from './sqlite.ts';

/** Runs one change of the store: all of it is kept, or nothing. */
export type Keep = <T>(write: () => Result<T>) => Result<T>;

/**
 * A failure that `write` gives back, or an error of SQLite (a full disk, a lock that was not let go), undoes all of it;
 * such an error becomes store-unavailable for `folder`. With `unkept` the change is made, and reported as that failure:
 * the database is one that ends with Recto.
 */
export function keeper(database: DatabaseSync, folder: string, unkept: Failure | undefined): Keep {
  return (write) => {
    try {
      database.exec('BEGIN IMMEDIATE');
      const result = write();
      if (!result.ok) {
        database.exec('ROLLBACK');
        return result;
      }
      database.exec('COMMIT');
      return unkept ? { ok: false, error: unkept } : result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      if (!isSqliteError(error)) throw error;
      return failure('store-unavailable', { folder, what: error.message });
    }
  };
}
