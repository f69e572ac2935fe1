/**
 * What the index knows of a folded text: terms. Chinese, Japanese and Korean have no spaces, so a run of them gives its
 * pairs of neighbours and its last character; other letters and digits give words; words joined by signs, as in
 * `ld_library_path`, `/dev/sgx_enclave`, `--annotation` or `attestation-agent`, also give the whole.
 */

const cjkClass = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]`;
const wordClass = String.raw`[[\p{L}\p{N}\p{M}]--${cjkClass}]`;

/** A run of CJK characters (group 1), or a word of other letters and digits (group 2). */
const runPattern = new RegExp(`(${cjkClass}+)|(${wordClass}+)`, 'gv');
const identifierPattern = new RegExp(
  String.raw`(?:--?|~?\/|\.{1,2}\/)?${wordClass}+(?:(?:::|->|[_\-.\/:@+#~])${wordClass}+)*`,
  'gv',
);
const longestIdentifier = 64;

const cjkCharacter = new RegExp(`^${cjkClass}$`, 'v');

export function isCjkCharacter(character: string): boolean {
  return cjkCharacter.test(character);
}

export interface Run {
  readonly text: string;
  readonly isCjk: boolean;
  /** UTF-16 offset in the folded text. */
  readonly start: number;
}

/** The runs of a folded text in order; what stands between them is no letter and no digit. */
export function runsOf(folded: string): Run[] {
  return Array.from(folded.matchAll(runPattern), (match) => ({
    text: match[0],
    isCjk: match[1] !== undefined,
    start: match.index,
  }));
}

/** Pairs of neighbours of a CJK run, and its last character. */
export function cjkTerms(run: string): string[] {
  const characters = Array.from(run);
  const last = characters.at(-1) ?? '';
  return [...characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`), last];
}

/** Words joined by signs, and words led by `--`, `/` and the like; not longer than a path or an option is. */
export function identifiersOf(folded: string): string[] {
  return Array.from(folded.matchAll(identifierPattern), ([whole]) => whole).filter(
    (whole) => whole.length <= longestIdentifier && /[^\p{L}\p{N}\p{M}]/u.test(whole),
  );
}

/** All terms of a folded text, as often as they occur. */
export function termsOf(folded: string): string[] {
  const terms = runsOf(folded).flatMap(({ text, isCjk }) => (isCjk ? cjkTerms(text) : [text]));
  return [...terms, ...identifiersOf(folded)];
}
