/**
 * Simplified and Traditional characters as one. The pairs are OpenCC's; each Traditional character becomes one Simplified
 * character of the same length, so offsets into a text stay what they are. The few hundred pairs whose Simplified half lies
 * outside the Basic Multilingual Plane are left out for that: they are characters of dictionaries.
 *
 * Several Traditional characters may become one (發 and 髮 are 发), so what is found this way is not what was typed, and said so.
 */
// @ts-expect-error: the package has no types for its tables, which are texts: `機 机|證 证|…`.
import pairs from 'opencc-js/dict/TSCharacters';

/** The particle, which OpenCC leaves to whole words: 著 is a character of Simplified texts, too (著名). */
const more = [['著', '着']] as const;

let made: Uint16Array | undefined;

/** For each UTF-16 unit the one that stands for it in one script, or 0 where it stays. */
function tableOf(): Uint16Array {
  if (made) return made;
  const table = new Uint16Array(0x10000);
  const listed: number[] = [];
  const add = (from: string, to: string): void => {
    if (from.length !== 1 || to.length !== 1 || from === to) return;
    listed.push(from.charCodeAt(0));
    table[from.charCodeAt(0)] = to.charCodeAt(0);
  };
  // Read where it lies: taking it apart first costs as long as all else that the first answer of a search waits for.
  const text = String(pairs as unknown);
  for (let start = 0, end; start < text.length; start = end + 1) {
    const space = text.indexOf(' ', start);
    end = text.indexOf('|', start);
    if (end < 0) end = text.length;
    add(text.slice(start, space), text.slice(space + 1, end));
  }
  for (const [from, to] of more) add(from, to);
  // A few lead on to another one.
  for (const at of listed.sort((a, b) => a - b)) {
    const further = table[table[at] ?? 0] ?? 0;
    if (further > 0) table[at] = further;
  }
  made = table;
  return table;
}

/** A folded text in one script. Of the same length, character by character; idempotent. */
export function toOneScript(folded: string): string {
  const table = tableOf();
  let turned = '';
  let kept = 0;
  for (let at = 0; at < folded.length; at += 1) {
    const to = table[folded.charCodeAt(at)] ?? 0;
    if (to === 0) continue;
    turned += folded.slice(kept, at) + String.fromCharCode(to);
    kept = at + 1;
  }
  return kept === 0 ? folded : turned + folded.slice(kept);
}

/** Whether `toOneScript` changes a text that holds this UTF-16 unit. */
export function isChangedByScript(unit: number): boolean {
  return (tableOf()[unit] ?? 0) > 0;
}
