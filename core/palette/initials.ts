/**
 * First letters of the pinyin of Chinese characters, without a table of our own: the pinyin collation of CLDR, which every
 * engine with full ICU data carries, has a mark before the first character of each letter (U+FDD0 and the letter,
 * "Collation Index Characters" of UTS 35, part 5). A character belongs to the last mark that sorts before it.
 */
const letters = 'abcdefghjklmnopqrstwxyz';
const collator = new Intl.Collator('zh-Hans-u-co-pinyin');
const known = new Map<string, string>();

/**
 * Characters of titles that are read in more than one way, with all the letters they are looked for by. The collation
 * knows one reading of each.
 */
const ambiguous: Readonly<Record<string, string>> = {
  长: 'cz',
  重: 'zc',
  行: 'xh',
  调: 'dt',
  传: 'cz',
  藏: 'cz',
  系: 'xj',
  弹: 'dt',
  率: 'ls',
  校: 'xj',
  降: 'jx',
  给: 'gj',
  会: 'hk',
  参: 'cs',
  奇: 'qj',
  省: 'sx',
  屏: 'pb',
  圈: 'qj',
  盛: 'sc',
  朝: 'cz',
  差: 'cs',
  便: 'bp',
  识: 'sz',
  解: 'jx',
};

/** The letters, all lower case, that a character's pinyin may begin with; empty for anything that is not Chinese. */
export function pinyinInitials(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const initials = ambiguous[character] ?? initialByCollation(character);
  known.set(character, initials);
  return initials;
}

function initialByCollation(character: string): string {
  if (!/^\p{Script=Han}$/u.test(character)) return '';
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const mark = `\uFDD0${(letters[middle] ?? '').toUpperCase()}`;
    if (collator.compare(mark, character) <= 0) low = middle + 1;
    else high = middle;
  }
  return letters[low - 1] ?? '';
}
