/** Has things done in a thread of their own, one after the other. */
import { Worker } from 'node:worker_threads';
import type { Done, Order } from './thread.ts';

/** Rejects with the error that it threw. */
export type Background = <K extends Order['do']>(order: Extract<Order, { readonly do: K }>) => Promise<Done[K]>;

/** `threadFile` is the script of the thread: built for Electron, the source elsewhere. */
export function createBackground(threadFile: string): Background {
  let turn: Promise<unknown> = Promise.resolve();
  return <K extends Order['do']>(order: Extract<Order, { readonly do: K }>) => {
    const mine = turn.then(() => runThread(threadFile, order) as Promise<Done[K]>);
    turn = mine.catch(() => undefined);
    return mine;
  };
}

function runThread(threadFile: string, order: Order): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // Nothing of this process is its business.
    const worker = new Worker(threadFile, { workerData: order, env: {} });
    // What it does is whole or not there: nobody has to wait for it at the end.
    worker.unref();
    worker.once('message', resolve);
    worker.once('error', (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))));
    worker.once('exit', (code) => reject(new Error(`The thread ended without a word (${String(code)}).`)));
  });
}
