/** The bin: what was deleted stays there for thirty days. */

const dayMs = 24 * 3600 * 1000;

/** So long a deleted mark can be brought back, in milliseconds. */
export const binKeptMs = 30 * dayMs;

/** How many more days, begun ones counted, a mark that was deleted at `deletedAt` stays in the bin; 0 when its time is over. */
export function daysLeftInBin(deletedAt: number, nowMs: number): number {
  const left = Math.ceil((deletedAt + binKeptMs - nowMs) / dayMs);
  return Math.min(binKeptMs / dayMs, Math.max(0, left));
}
