/** What a book's index lists: the commands, paths and figures of its chapters. */
import type { Element } from 'hast';
import type { BlockDraft, ChapterDraft } from '../draft.ts';
import { isDiagram, type Fence } from '../fence.ts';
import { isElement, stringProperty } from '../hast.ts';
import type { BookIndex, IndexEntry, Localized, Place } from '../model.ts';
import { plainText } from '../plain-text.ts';
import { shellCommands } from '../shell-commands.ts';
import { filesIn, isFileName, pathsIn, programOf, subcommandOf } from './index-words.ts';

export interface IndexedChapter {
  readonly chapterId: string;
  /** The chapter in every language, the book's source language first; never empty. */
  readonly drafts: readonly ChapterDraft[];
}

/** The index of chapters in reading order. What the languages share is taken from the source language. */
export function collectIndex(chapters: readonly IndexedChapter[]): BookIndex {
  const blocks = chapters.flatMap(blocksOf);
  return {
    commands: collectCommands(blocks),
    paths: collect(blocks, (block) => [
      ...shellFences(block)
        .flatMap((fence) => shellCommands(fence.text).flat())
        .flatMap(pathsIn),
      ...inlineCode(block.tree).flatMap(pathsIn),
    ]),
    fileNames: collect(blocks, (block) => inlineCode(block.tree).flatMap(filesIn).filter(isFileName)),
    figures: chapters.flatMap(figuresOf),
  };
}

interface PlacedBlock extends BlockDraft {
  readonly place: Place;
}

function blocksOf({ chapterId, drafts }: IndexedChapter): PlacedBlock[] {
  return (drafts[0]?.sections ?? []).flatMap((section) =>
    section.blocks.map((block) => ({ ...block, place: placeOf(chapterId, section.id) })),
  );
}

/** The title's section is the chapter itself. */
function placeOf(chapterId: string, sectionId: string): Place {
  return sectionId === chapterId ? { chapterId } : { chapterId, sectionId };
}

function collectCommands(blocks: readonly PlacedBlock[]): BookIndex['commands'] {
  const calls = (block: PlacedBlock): string[] =>
    shellFences(block).flatMap((fence) => shellCommands(fence.text).flatMap((words) => callName(words) ?? []));
  const programs = new Set(blocks.flatMap(calls).map(programOfCall));
  // Text mentions many words; those that are called somewhere are commands.
  const mentions = (block: PlacedBlock): string[] =>
    inlineCode(block.tree)
      .flatMap((code) => callName(shellCommands(code)[0] ?? []) ?? [])
      .filter((name) => programs.has(programOfCall(name)));
  const entries = collect(blocks, (block) => [...calls(block), ...mentions(block)]);
  const byProgram = Map.groupBy(entries, ({ name }) => programOfCall(name));
  return [...byProgram].map(([program, own]) => ({ program, calls: own })).sort(byKey(({ program }) => program));
}

/** Program and subcommand; undefined for what no index lists. */
function callName([first = '', ...words]: readonly string[]): string | undefined {
  const program = programOf(first);
  if (program === undefined) return undefined;
  const subcommand = subcommandOf(program, words);
  return subcommand === undefined ? program : `${program} ${subcommand}`;
}

function programOfCall(name: string): string {
  return name.split(' ', 1)[0] ?? name;
}

/** Entries sorted by name, each with the places it stands in, once each. */
function collect(blocks: readonly PlacedBlock[], namesIn: (block: PlacedBlock) => readonly string[]): IndexEntry[] {
  const places = new Map<string, Map<string, Place>>();
  for (const block of blocks) {
    for (const name of namesIn(block)) {
      const own = places.get(name) ?? new Map<string, Place>();
      own.set(`${block.place.chapterId}/${block.place.sectionId ?? ''}`, block.place);
      places.set(name, own);
    }
  }
  return [...places].map(([name, own]) => ({ name, places: [...own.values()] })).sort(byKey(({ name }) => name));
}

function byKey<T>(key: (item: T) => string): (a: T, b: T) => number {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return (a, b) => compare(key(a).toLowerCase(), key(b).toLowerCase()) || compare(key(a), key(b));
}

function shellFences(block: BlockDraft): Fence[] {
  return block.fences.filter(({ language, output }) => !output && ['bash', 'sh', 'shell'].includes(language));
}

function inlineCode(tree: Element): string[] {
  return tree.children.flatMap((child) => {
    if (!isElement(child) || child.tagName === 'pre') return [];
    return child.tagName === 'code' ? [plainText(child)] : inlineCode(child);
  });
}

function figuresOf({ chapterId, drafts }: IndexedChapter): BookIndex['figures'] {
  const [source] = drafts;
  return (source?.sections ?? []).flatMap((section, sectionAt) =>
    section.blocks.flatMap((block, at) => {
      if (block.kind !== 'figure') return [];
      const titles = drafts.flatMap((draft) => {
        const title = figureTitle(draft.sections[sectionAt]?.blocks[at]);
        return title === undefined ? [] : [[draft.lang, title] as const];
      });
      const title: Localized = Object.fromEntries(titles);
      return [{ chapterId, sectionId: section.id, blockId: `${section.id}.${String(at)}`, title }];
    }),
  );
}

function figureTitle(block: BlockDraft | undefined): string | undefined {
  const [fence] = block?.fences ?? [];
  if (fence !== undefined && isDiagram(fence)) return fence.title ?? fence.alt;
  const picture = block?.tree.children.find((child) => isElement(child, 'img'));
  if (picture === undefined || !isElement(picture)) return undefined;
  return stringProperty(picture, 'title') ?? stringProperty(picture, 'alt');
}
