/** Median of measured times; throws for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('There is no median of nothing.');
  return middle;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(0).padStart(6)} ms`;
}
