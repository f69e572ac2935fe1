/**
 * What is done apart from the host's own thread, which has pages to answer: one thing, and the thread ends. Reads its order from
 * `workerData`, and tells what came of it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { takeDueSnapshot, type SnapshotOrder } from '../store/due-snapshot.ts';
import { syncNotes, type NotesOrder, type SyncedNotes } from '../notes/sync-notes.ts';

export type Order = ({ readonly do: 'snapshot' } & SnapshotOrder) | ({ readonly do: 'notes' } & NotesOrder);

/** What each kind of order gives back. */
export interface Done {
  readonly snapshot: undefined;
  readonly notes: SyncedNotes;
}

function work(order: Order): Done[Order['do']] {
  if (order.do === 'notes') return syncNotes(order);
  takeDueSnapshot(order);
  return undefined;
}

parentPort?.postMessage(work(workerData as Order));
