/** One chapter as a document of an EPUB. */
import type { Element, ElementContent } from 'hast';
import { element, textNode } from '../book/hast.ts';
import { glossaryChapterId, type Block } from '../book/model.ts';
import type { PairedSection } from '../book/pair-blocks.ts';
import type { ChapterMarks, PaperNote } from '../paper/chapter-marks.ts';
import type { PaperWords } from '../paper/words.ts';
import { blockTree, type BlockContext } from './block.ts';
import { noteItems } from './notes.ts';
import { paintBlock, type BlockPaint } from './paint.ts';

export interface ChapterSource {
  readonly id: string;
  readonly langs: readonly [string, string?];
  readonly sections: readonly PairedSection[];
  readonly marks: ChapterMarks;
}

export interface ChapterContext extends BlockContext {
  readonly words: PaperWords;
  /** Ids in this document by those of sections and blocks. */
  readonly idOf: (targetId: string) => string;
  /** A note's Markdown as tree. */
  readonly noteTree: (markdown: string) => readonly ElementContent[];
}

/** What stands in the document's body. */
export function chapterBody({ id, langs, sections, marks }: ChapterSource, context: ChapterContext): Element[] {
  const [main, translation] = langs;
  const paints = paintsOf(marks, main);
  const place = (block: Block | undefined, lang: string, isFirst: boolean): Element[] => {
    if (!block) return [];
    const tree = blockTree(block, lang, context);
    const painted = [...(paints.get(`${block.id} ${lang}`) ?? [])];
    if (painted.length > 0) paintBlock(tree, painted);
    if (isFirst) tree.properties.id = context.idOf(block.id);
    if (block.kind === 'list' && tree.tagName === 'ol' && isFootnotes(tree)) asFootnotes(tree);
    return [block.kind === 'table' || tree.tagName !== 'table' ? tree : element('div', {}, [tree])];
  };
  const body = sections.map((section) => {
    const blocks = section.pairs.flatMap(({ main: ours, translation: theirs, shape }) => {
      const first = place(ours, main, true);
      if (translation === undefined || shape === 'once') return first;
      const second = place(theirs, translation, first.length === 0);
      if (shape === 'one-drawing' || shape === 'wide-two') second.forEach(keepCaption);
      second.forEach((tree) => addClass(tree, 'translation'));
      return [...first, ...second];
    });
    return element('section', { id: context.idOf(section.id) }, blocks);
  });
  const notes = marks.notes.length === 0 ? [] : [notesSection(marks.notes, context)];
  const glossary = id === glossaryChapterId ? [withType(element('section', {}, body), 'glossary')] : body;
  return [...glossary, ...notes];
}

function notesSection(notes: readonly PaperNote[], context: ChapterContext): Element {
  const items = noteItems(notes, context.words, context.noteTree, (number) => ({
    id: `note-${String(number)}`,
    back: `#reference-${String(number)}`,
  }));
  const list = element('ol', { className: ['notes'] }, items);
  return withType(element('section', {}, [element('h2', {}, [textNode(context.words.notes)]), list]), 'endnotes');
}

/** What is painted in each block, by id and language. */
function paintsOf({ marks }: ChapterMarks, main: string): ReadonlyMap<string, readonly BlockPaint[]> {
  const paints = new Map<string, BlockPaint[]>();
  for (const { spots, lang, color, paints: isPainted, note } of marks) {
    spots.forEach(({ blockId, start, end }, at) => {
      const isLast = at === spots.length - 1;
      const reference = note !== undefined && isLast ? referenceTo(note) : undefined;
      if (!isPainted && !reference) return;
      const key = `${blockId} ${lang ?? main}`;
      // What is not painted has its number at the end of the block.
      const span = isPainted ? { start, end } : { start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER };
      paints.set(key, [...(paints.get(key) ?? []), { color, ...span, reference }]);
    });
  }
  return paints;
}

function referenceTo(note: number): Element {
  const number = String(note);
  const link = element('a', { id: `reference-${number}`, href: `#note-${number}` }, [textNode(number)]);
  return element('sup', {}, [withType(link, 'noteref')]);
}

function withType(node: Element, type: string): Element {
  node.properties['epub:type'] = type;
  return node;
}

function addClass(node: Element, name: string): void {
  const { className } = node.properties;
  node.properties.className = [...(Array.isArray(className) ? className : []), name];
}

function isFootnotes(tree: Element): boolean {
  const { className } = tree.properties;
  return Array.isArray(className) && className.includes('footnotes');
}

function asFootnotes(tree: Element): void {
  withType(tree, 'footnotes');
  for (const item of tree.children) {
    if (item.type === 'element' && item.tagName === 'li') withType(item, 'footnote');
  }
}

/** The drawing stands above already: of the translation the caption is new. */
function keepCaption(tree: Element): void {
  tree.children = tree.children.filter((child) => child.type === 'element' && child.tagName === 'figcaption');
  if (tree.children.length === 0) tree.tagName = 'div';
}
