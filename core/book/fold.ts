/** Folding: how two texts are made comparable. */

/**
 * Radicals that stand for a whole character and have no NFKC decomposition (Unicode's EquivalentUnifiedIdeograph
 * data). Text copied out of PDF files is full of them: they look right and are found by no search.
 */
const radicals = new Map<string, string>(
  Array.from(
    '⺁厂⺇几⺎兀⺒巳⺝月⺠民⺬示⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀',
  ).reduce<[string, string][]>((pairs, character, at, all) => {
    if (at % 2 === 0) pairs.push([character, all[at + 1] ?? character]);
    return pairs;
  }, []),
);

/**
 * The text in the form in which it is compared: NFKC (full and half width, ligatures, Kangxi radicals and CJK
 * compatibility ideographs become ordinary characters), CJK radicals become the characters they stand for, lower case.
 * Idempotent. The length may change: offsets into the result are not offsets into the text.
 */
export function fold(text: string): string {
  const folded = foldOnce(text);
  // Lower-casing can give characters that NFKC changes again, so one more turn decides.
  const again = foldOnce(folded);
  return again === folded ? folded : fold(again);
}

function foldOnce(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2e80-\u2eff]/g, (character) => radicals.get(character) ?? character)
    .toLowerCase();
}
