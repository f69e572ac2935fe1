/**
 * The time of a change as a number that only grows: the wall clock where that has moved on, else one more than the last.
 * After a hybrid logical clock (Kulkarni and others, 2014) with both parts in one number. A wall clock that is set back
 * leaves the order right; one that was far ahead leaves numbers that are far ahead, and the order right as well.
 */
export function tick(last: number, wallMs: number): number {
  return Math.max(Math.floor(wallMs), last + 1);
}
