/** When snapshots are taken: soon after the start, and every hour. */

/** The first text comes first. */
const afterStartMs = 3000;
const everyMs = 3600 * 1000;

/** Begins; returns what ends it. `snapshot` may reject with what a disk throws: then the next hour will do. */
export function keepSnapshots(snapshot: () => Promise<unknown>): () => void {
  const attempt = (): void => {
    snapshot().catch((error: unknown) => {
      console.error('recto: no snapshot could be taken:', error instanceof Error ? error.message : error);
    });
  };
  const first = setTimeout(attempt, afterStartMs);
  const hourly = setInterval(attempt, everyMs);
  // Neither keeps a process alive.
  first.unref();
  hourly.unref();
  return () => {
    clearTimeout(first);
    clearInterval(hourly);
  };
}
