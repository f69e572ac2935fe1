/**
 * Which sections hold a single printable ASCII character. The commonest of all first keystrokes, and the one for which lists of
 * words help least: nearly every word has an “e”. So the index holds three bits a section and character.
 */
import { bytesOf, type Arrays } from './packed.ts';
import { continuesWord } from './word-borders.ts';

/** `held`: somewhere in the text. `starts`: so that no letter goes before it, where it is one itself. `titled`: the same, in the title. */
export type AsciiSet = 'held' | 'starts' | 'titled';
const sets: readonly AsciiSet[] = ['held', 'starts', 'titled'];

const first = 0x21;
const count = 0x7f - first;

/** Whether there are sets for this folded text. */
export function isOneAscii(word: string): boolean {
  const unit = word.charCodeAt(0) - first;
  return word.length === 1 && unit >= 0 && unit < count;
}

/** The sets of sections whose folded texts and titles are these, in the order of their numbers. */
export function packAsciiSets(texts: readonly string[], titles: readonly string[]): Uint8Array {
  const width = Math.ceil(texts.length / 8);
  const bits = new Uint8Array(sets.length * count * width);
  const mark = (set: AsciiSet, unit: number, section: number): void => {
    const at = (sets.indexOf(set) * count + unit) * width + (section >> 3);
    bits[at] = (bits[at] ?? 0) | (1 << (section & 7));
  };
  const each = (text: string, visit: (unit: number, starts: boolean) => void): void => {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const unit = code - first;
      if (unit < 0 || unit >= count) continue;
      visit(unit, at === 0 || !continuesWord(code) || !continuesWord(text.charCodeAt(at - 1)));
    }
  };
  for (const [section, text] of texts.entries()) {
    each(text, (unit, starts) => {
      mark('held', unit, section);
      if (starts) mark('starts', unit, section);
    });
    each(titles[section] ?? '', (unit, starts) => {
      if (starts) mark('titled', unit, section);
    });
  }
  return bits;
}

/** Whether a section holds a character for which `isOneAscii` is true. */
export type AsciiSets = (set: AsciiSet, character: string, section: number) => boolean;

/** The sets that were written under that name for so many sections. */
export function openAsciiSets(arrays: Arrays, name: string, sectionCount: number): AsciiSets {
  const bits = bytesOf(arrays, name);
  const width = Math.ceil(sectionCount / 8);
  return (set, character, section) => {
    const at = (sets.indexOf(set) * count + character.charCodeAt(0) - first) * width + (section >> 3);
    return ((bits[at] ?? 0) & (1 << (section & 7))) !== 0;
  };
}
