/** Brings a database to the present schema. */
import type { DatabaseSync } from 'node:sqlite';
import { schema1 } from './schema-1.ts';
import { schema2 } from './schema-2.ts';
import { schema3 } from './schema-3.ts';
import { schema4 } from './schema-4.ts';
import { schema5 } from './schema-5.ts';
import { readNumber } from './sqlite.ts';

/** Entry n leads from version n to n + 1. A released entry is never changed. */
const migrations: readonly string[] = [schema1, schema2, schema3, schema4, schema5];

/** The version that this Recto writes (`PRAGMA user_version`). */
export const knownVersion = migrations.length;

/** Applies what is missing, each step in one transaction: after a crash the database is of the old version or the new. */
export function migrate(database: DatabaseSync): void {
  for (const [version, sql] of migrations.entries()) {
    if (readNumber(database, 'user_version') > version) continue;
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(`${sql}; PRAGMA user_version = ${version + 1}`);
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
}
