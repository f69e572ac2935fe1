/** A search index, ready for questions. Opening it decodes the list of terms; texts are decoded when they are needed. */
import type { BlockKind } from '../book/model.ts';
import { blockBorder, indexedKinds, searchFormat, type IndexMeta } from './build-index.ts';
import { openAsciiSets, type AsciiSets } from './ascii-sets.ts';
import { foldText } from './fold.ts';
import { openDictionary, type Dictionary } from './dictionary.ts';
import { bytesOf, numbersOf, readArrays, unpackTexts } from './packed.ts';

/** A section: the text under one heading, up to the next. Sections are numbered in reading order. */
export interface IndexedSection {
  /** An index into `chapters`. */
  readonly chapter: number;
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  /** The number of the section's first block in the book; its heading, where it has one. */
  readonly firstBlock: number;
  readonly blockCount: number;
}

export interface SearchIndex extends Omit<IndexMeta, 'format'> {
  readonly sectionCount: number;
  readonly section: (at: number) => IndexedSection;
  /** The chapter of each section, as an index into `chapters`. */
  readonly chapterAt: Uint32Array;
  /** Titles that a section stands under, the chapter's first, its own not among them. */
  readonly trail: (section: number) => readonly string[];
  /** The folded title of a section. */
  readonly foldedTitle: (section: number) => string;
  /** The folded titles of its trail, parted by `blockBorder`. */
  readonly foldedTrail: (section: number) => string;
  /** The folded text of a section, its blocks parted by `blockBorder`. */
  readonly folded: (section: number) => string;
  /** The same, block by block. */
  readonly foldedBlocks: (section: number) => readonly string[];
  readonly blockKind: (block: number) => BlockKind;
  /** The plain text of a block, what offsets point into. */
  readonly blockText: (block: number) => string;
  /** Sections by single characters of ASCII. */
  readonly ascii: AsciiSets;
  /** Words, and words joined by signs. */
  readonly words: Dictionary;
  /** Pairs of CJK characters, and single ones. */
  readonly cjk: Dictionary;
  /** How many terms a section's text and heading have. */
  readonly bodyLengths: Uint32Array;
  readonly titleLengths: Uint32Array;
}

/** Opens what `buildIndex` gave. Throws a RangeError for anything else, and for another version. */
export function openIndex(file: Uint8Array): SearchIndex {
  const arrays = readArrays(file);
  const { format, ...meta } = JSON.parse(unpackTexts(arrays, 'meta').at(0)) as IndexMeta;
  if (format !== searchFormat) throw new RangeError(`This is a search index of format ${format}, not ${searchFormat}.`);
  const ids = unpackTexts(arrays, 'section.id');
  const titles = unpackTexts(arrays, 'section.title');
  const blockTexts = unpackTexts(arrays, 'block.text');
  const foldedTexts = unpackTexts(arrays, 'folded');
  const blockCounts = numbersOf(arrays, 'section.blocks');
  const firstBlocks = runningSum(blockCounts);
  const [chapters, depths, kinds] = [
    numbersOf(arrays, 'section.chapter'),
    bytesOf(arrays, 'section.depth'),
    bytesOf(arrays, 'block.kind'),
  ];
  const folded = kept(foldedTexts.at);
  const section = kept((at: number): IndexedSection => ({
    chapter: chapters[at] ?? 0,
    id: ids.at(at),
    title: titles.at(at),
    depth: depths[at] ?? 1,
    firstBlock: firstBlocks[at] ?? 0,
    blockCount: blockCounts[at] ?? 0,
  }));
  const trail = kept((at: number) => trailOf(at, section));
  return {
    ...meta,
    sectionCount: ids.count,
    section,
    chapterAt: chapters,
    trail,
    foldedTitle: kept((at: number) => foldText(section(at).title)),
    foldedTrail: kept((at: number) => trail(at).map(foldText).join(blockBorder)),
    folded,
    foldedBlocks: (at) => folded(at).split(blockBorder),
    blockKind: (block) => indexedKinds[kinds[block] ?? 1] ?? 'paragraph',
    blockText: blockTexts.at,
    ascii: openAsciiSets(arrays, 'ascii', ids.count),
    words: openDictionary(arrays, 'word'),
    cjk: openDictionary(arrays, 'cjk'),
    bodyLengths: numbersOf(arrays, 'length.body'),
    titleLengths: numbersOf(arrays, 'length.title'),
  };
}

function runningSum(counts: Uint32Array): Uint32Array {
  const sums = new Uint32Array(counts.length);
  for (let at = 1; at < counts.length; at += 1) sums[at] = (sums[at - 1] ?? 0) + (counts[at - 1] ?? 0);
  return sums;
}

/** A function of small numbers that computes each result once. */
function kept<T>(compute: (at: number) => T): (at: number) => T {
  const known: T[] = [];
  return (at) => (known[at] ??= compute(at));
}

function trailOf(at: number, section: SearchIndex['section']): readonly string[] {
  const { chapter, depth } = section(at);
  const titles: string[] = [];
  let above = depth;
  for (let before = at - 1; before >= 0 && above > 1; before -= 1) {
    const other = section(before);
    if (other.chapter !== chapter) break;
    if (other.depth >= above) continue;
    above = other.depth;
    titles.unshift(other.title);
  }
  return titles;
}
