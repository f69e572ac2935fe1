/** What becomes of marks that come from elsewhere, beside those that are here. */
import { contentKey } from './change.ts';
import type { Mark } from './mark.ts';

/** `erased`: it was here, and the bin was emptied since; an old file does not bring it back. */
export type Arrival = 'new' | 'same' | 'newer' | 'older' | 'erased';

/**
 * How a mark that arrives stands to the one of its id that is here (undefined where there is none; `erasedAt` is the
 * clock of its erasing). Independent of wall clocks: of two changes the one with the greater clock wins, and where both
 * have the same clock the one that is greater as text. So that it does not matter either which file is read first, the
 * clock of a mark that is the same becomes the greater of both.
 */
export function arrivalOf(arriving: Mark, here: Mark | undefined, erasedAt: number | undefined): Arrival {
  if (here === undefined) return erasedAt !== undefined && erasedAt >= arriving.clock ? 'erased' : 'new';
  const [theirs, ours] = [contentKey(arriving), contentKey(here)];
  if (theirs === ours) return 'same';
  if (arriving.clock !== here.clock) return arriving.clock > here.clock ? 'newer' : 'older';
  return theirs > ours ? 'newer' : 'older';
}
