/** More is compared of no text: the time grows with the product of both lengths. */
const mostUnits = 2000;

/** The longest text that stands in both, the first where several are as long; looks at the first 2000 units of each. */
export function longestRun(one: string, other: string): string {
  const [a, b] = [one.slice(0, mostUnits), other.slice(0, mostUnits)];
  // lengths[i]: of the run that ends before a[i] and before the unit of b that is being looked at.
  let lengths = new Uint16Array(a.length + 1);
  let [best, end] = [0, 0];
  for (let at = 0; at < b.length; at += 1) {
    const next = new Uint16Array(a.length + 1);
    for (let from = 0; from < a.length; from += 1) {
      if (a.charCodeAt(from) !== b.charCodeAt(at)) continue;
      const length = (lengths[from] ?? 0) + 1;
      next[from + 1] = length;
      if (length > best) [best, end] = [length, from + 1];
    }
    lengths = next;
  }
  return a.slice(end - best, end);
}
