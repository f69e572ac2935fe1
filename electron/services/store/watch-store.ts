/** What another process writes, a command beside the reader, is noticed. */
import type { Store } from './store.ts';

/** Within a second it is to be on the page. A look costs some microseconds. */
const everyMs = 500;

/** Calls `onChange` after each change by another process, until the function that is returned is called. */
export function watchStore(store: Pick<Store, 'changedElsewhere'>, onChange: () => void): () => void {
  const timer = setInterval(() => {
    if (store.changedElsewhere()) onChange();
  }, everyMs);
  // It does not keep a process alive.
  timer.unref();
  return () => clearInterval(timer);
}
