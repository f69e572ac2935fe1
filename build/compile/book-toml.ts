/** The few things that we take from mdBook's `book.toml`: strings and lists of strings of its table `[book]`, each on a line. */

export interface BookToml {
  readonly title: string | undefined;
  readonly src: string | undefined;
  readonly language: string | undefined;
  readonly authors: readonly string[];
  /** Whether chapters have no numbers (`no-section-label` of the HTML output). */
  readonly unnumbered: boolean;
}

/** What can be told; everything else in the file is for other tools. */
export function readBookToml(text: string): BookToml {
  const values = new Map<string, string>();
  let table = '';
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const header = /^\s*\[\s*([\w.-]+)\s*\]\s*(?:#.*)?$/.exec(line);
    const pair = /^\s*([\w-]+)\s*=\s*(.+?)\s*$/.exec(line);
    if (header) table = header[1] ?? '';
    else if (pair) values.set(`${table}.${pair[1] ?? ''}`, pair[2] ?? '');
  }
  const string = (key: string): string | undefined => stringOf(values.get(key));
  return {
    title: string('book.title'),
    src: string('book.src'),
    language: string('book.language'),
    authors: [...(values.get('book.authors') ?? '').matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g)].flatMap(
      ([one]) => stringOf(one) ?? [],
    ),
    unnumbered: /^true\b/.test(values.get('output.html.no-section-label') ?? ''),
  };
}

/** A basic (`"…"`) or literal (`'…'`) string; undefined for anything else. */
function stringOf(value: string | undefined): string | undefined {
  const literal = /^'([^']*)'/.exec(value ?? '')?.[1];
  if (literal !== undefined) return literal;
  const basic = /^"(?:[^"\\]|\\.)*"/.exec(value ?? '')?.[0];
  if (basic === undefined) return undefined;
  try {
    return String(JSON.parse(basic));
  } catch {
    // An escape that only TOML knows: the words without it.
    return basic.slice(1, -1);
  }
}
