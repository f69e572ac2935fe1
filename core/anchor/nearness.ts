/** How well texts agree around a cut: dynamic programming over two short strings, O(length x length). */

/**
 * For every cut of `window` (0 to its length): the least number of edits between `left` and a text that ends at the
 * cut. Sellers' algorithm (1980): the text may begin anywhere.
 */
function editsBefore(window: string, left: string): number[] {
  let column = Array.from({ length: left.length + 1 }, (_, row) => row);
  const edits = [left.length];
  for (let at = 0; at < window.length; at += 1) {
    const next = [0];
    for (let row = 1; row <= left.length; row += 1) {
      const same = window.charCodeAt(at) === left.charCodeAt(row - 1) ? 0 : 1;
      next.push(Math.min((column[row - 1] ?? 0) + same, (column[row] ?? 0) + 1, (next[row - 1] ?? 0) + 1));
    }
    column = next;
    edits.push(column[left.length] ?? 0);
  }
  return edits;
}

function reversed(text: string): string {
  return text.split('').reverse().join('');
}

/** As `editsBefore`, between `right` and a text that begins at the cut. */
function editsAfter(window: string, right: string): number[] {
  return editsBefore(reversed(window), reversed(right)).reverse();
}

/** How like `left` the text before `at` is, and `right` the text behind it: 1 (equal) to 0. A side without text is undefined. */
export function agreement(
  text: string,
  at: number,
  sides: { readonly left?: string; readonly right?: string },
): number | undefined {
  const { left = '', right = '' } = sides;
  const length = left.length + right.length;
  if (length === 0) return undefined;
  // What is longer than the side by half has more edits than the side has characters.
  const before = text.slice(Math.max(0, at - Math.ceil(left.length * 1.5)), at);
  const after = text.slice(at, at + Math.ceil(right.length * 1.5));
  const edits =
    (left === '' ? 0 : (editsBefore(before, left).at(-1) ?? 0)) +
    (right === '' ? 0 : (editsAfter(after, right)[0] ?? 0));
  return Math.max(0, 1 - edits / length);
}

/** How far a cut may be from where it was first taken to be. */
const reach = 24;

/** The cut near `at` before which the text is most like `left` and behind which most like `right`. */
export function bestCut(text: string, at: number, left: string, right: string): number {
  const start = Math.max(0, at - reach - left.length);
  const window = text.slice(start, at + reach + right.length);
  const before = editsBefore(window, left);
  const after = editsAfter(window, right);
  let best = at;
  let fewest = Infinity;
  for (let cut = Math.max(0, at - reach); cut <= Math.min(text.length, at + reach); cut += 1) {
    const edits = (before[cut - start] ?? Infinity) + (after[cut - start] ?? Infinity);
    // Of equally good cuts the nearest.
    if (edits < fewest || (edits === fewest && Math.abs(cut - at) < Math.abs(best - at))) {
      best = cut;
      fewest = edits;
    }
  }
  return best;
}
