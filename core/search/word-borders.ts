/** Where words begin and end in a folded text. */

/** Whether `word` stands in `text` and, where it begins with a letter, not in the middle of a word. */
export function startsAWord(text: string, word: string): boolean {
  const isFree = !continuesWord(word.charCodeAt(0));
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isFree || at === 0 || !continuesWord(text.charCodeAt(at - 1))) return true;
  }
  return false;
}

/** Whether `word` stands in `text` as a word of its own: with no letter or digit before it or behind it. */
export function standsAlone(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const begins = at === 0 || !continuesWord(word.charCodeAt(0)) || !continuesWord(text.charCodeAt(at - 1));
    const end = at + word.length;
    const ends =
      end === text.length || !continuesWord(word.charCodeAt(word.length - 1)) || !continuesWord(text.charCodeAt(end));
    if (begins && ends) return true;
  }
  return false;
}

const letterOrDigit = /[[\p{L}\p{N}]--\p{Script=Han}]/v;

/** Whether a UTF-16 unit is a letter or digit of a script that has words. */
export function continuesWord(unit: number): boolean {
  if (unit >= 0x80) return letterOrDigit.test(String.fromCharCode(unit));
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}
