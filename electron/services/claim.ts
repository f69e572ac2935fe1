/**
 * One reader process per data folder, whichever host it is. The claim is a lock that SQLite holds on a file of its own:
 * the system lets go of it when the process ends, however it ends, so there is no stale lock to reason about.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeDataFolder } from './data-folder.ts';
import { isBusy } from './store/sqlite.ts';

export type Claim =
  | { readonly kind: 'held'; readonly release: () => void }
  /** Another process has the folder. */
  | { readonly kind: 'taken' }
  /** The folder cannot hold a lock; nothing can be written to it either, so nobody is in anybody's way. */
  | { readonly kind: 'unlockable'; readonly what: string };

/**
 * Where the holder may say how it can be reached (see browser/running.ts). It is valid only while the claim is held:
 * taking the claim removes what an earlier holder left.
 */
export function runningFile(folder: string): string {
  return join(folder, 'running.json');
}

/** Claims `folder` until `release` is called or the process ends. Never waits. Makes the folder where it is missing. */
export function claimFolder(folder: string): Claim {
  let lock: DatabaseSync | undefined;
  try {
    makeDataFolder(folder);
    // Nothing is ever written to this database. It must not be opened in any other way: on Unix the first close of a
    // file drops all locks that the process holds on it.
    const held = new DatabaseSync(join(folder, 'recto.lock'), { timeout: 0 });
    lock = held;
    held.exec('BEGIN EXCLUSIVE');
    rmSync(runningFile(folder), { force: true });
    const release = () => {
      rmSync(runningFile(folder), { force: true });
      held.close();
    };
    return { kind: 'held', release };
  } catch (error) {
    lock?.close();
    if (isBusy(error)) return { kind: 'taken' };
    if (!(error instanceof Error)) throw error;
    return { kind: 'unlockable', what: error.message };
  }
}
