/** Those parts of which there is something, as one list; `none` where there is nothing at all. */
export function listed(
  comma: string,
  none: string,
  parts: readonly (readonly [count: number, words: string])[],
): string {
  return parts.flatMap(([count, words]) => (count > 0 ? [words] : [])).join(comma) || none;
}
