/** What the entries of marks are called for links inside a vault, so that no two of a book are called the same. */

const shortDigits = 12;

/** The name of an entry whose mark begins like no other: so many digits of its id are enough. */
export function shortBlockId(id: string): string {
  return `n-${id.replaceAll('-', '').slice(0, shortDigits)}`;
}

/** The name of one that begins like a mark that was made before it. */
export function wholeBlockId(id: string): string {
  return `n-${id.replaceAll('-', '')}`;
}

/**
 * Names for all marks of a book. `ids` are in the order of their making and have those in the bin as well: what comes
 * later, or is deleted, changes no name that was given. Random ids do not begin alike; those of other programs may.
 */
export function blockIdsOf(ids: Iterable<string>): (id: string) => string {
  const first = new Map<string, string>();
  for (const id of ids) {
    const short = shortBlockId(id);
    if (!first.has(short)) first.set(short, id);
  }
  return (id) => {
    const short = shortBlockId(id);
    return (first.get(short) ?? id) === id ? short : wholeBlockId(id);
  };
}
