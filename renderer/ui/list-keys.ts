/** How many rows Page Up and Page Down go: about what is in sight. */
const pageRows = 8;

/**
 * The row that a key leads to from row `at` of `count`, or undefined for any other key. Up and down go round at the ends;
 * Page Up and Page Down stop there.
 */
export function movedRow(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return Math.min(count - 1, at + pageRows);
    case 'PageUp':
      return Math.max(0, at - pageRows);
    default:
      return undefined;
  }
}
