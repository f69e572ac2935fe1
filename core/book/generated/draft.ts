/** Chapters written by the compiler, as drafts: they go the way of every other chapter from there. */
import type { Element, ElementContent } from 'hast';
import type { BlockDraft, ChapterDraft, SectionDraft } from '../draft.ts';
import { element, textNode } from '../hast.ts';
import type { BlockKind, Place } from '../model.ts';

/** What generated chapters need to know of the others, in one language. */
export interface ListedChapter {
  readonly chapterId: string;
  /** The name in the contents. */
  readonly title: string;
  /** Titles of the chapter's sections by id; the chapter's own is not among them. */
  readonly sections: ReadonlyMap<string, string>;
  /** Path relative to the book's folder. */
  readonly file: string;
}

export type ListedChapters = ReadonlyMap<string, ListedChapter>;

/** A generated chapter in one language. */
export interface GeneratedChapter {
  /** The path it would have as a file: others may link to it. */
  readonly file: string;
  readonly lang: string;
  readonly chapterId: string;
  readonly title: string;
}

export interface GeneratedSection {
  readonly id: string;
  readonly depth: number;
  readonly title: string;
  readonly blocks: readonly Element[];
}

/** The draft of a chapter of these sections, below a lead of one paragraph. */
export function generatedDraft(
  { file, lang, chapterId, title }: GeneratedChapter,
  lead: string,
  sections: readonly GeneratedSection[],
): ChapterDraft {
  const first = { id: chapterId, depth: 1, title, blocks: [paragraph([textNode(lead)])] };
  const drafts = [first, ...sections].map(toSection);
  const anchors = new Map(drafts.map(({ id }) => [id, id]));
  return { file, lang, title, sections: drafts, anchors, problems: [] };
}

function toSection({ id, depth, title, blocks }: GeneratedSection): SectionDraft {
  const heading = block('heading', element(`h${String(depth)}`, {}, [textNode(title)]));
  return { id, depth, title, line: 1, blocks: [heading, ...blocks.map((tree) => block(kindOf(tree), tree))] };
}

function block(kind: BlockKind, tree: Element): BlockDraft {
  return { kind, line: 1, source: '', tree, fences: [] };
}

function kindOf(tree: Element): BlockKind {
  return tree.tagName === 'p' ? 'paragraph' : 'list';
}

export function paragraph(content: readonly ElementContent[]): Element {
  return element('p', {}, content);
}

export function code(text: string): Element {
  return element('code', {}, [textNode(text)]);
}

/**
 * A link to a place, named by chapter and section, or by the section alone where the chapter has been named before.
 * Undefined for a place that is not there.
 */
export function placeLink(place: Place, chapters: ListedChapters, name: 'full' | 'section'): Element | undefined {
  const chapter = chapters.get(place.chapterId);
  if (chapter === undefined) return undefined;
  const href = `/${chapter.file}`;
  if (place.sectionId === undefined || place.sectionId === place.chapterId) {
    return element('a', { href }, [textNode(chapter.title)]);
  }
  const section = chapter.sections.get(place.sectionId);
  if (section === undefined) return undefined;
  const label = name === 'section' ? section : `${chapter.title}${within}${section}`;
  return element('a', { href: `${href}#${place.sectionId}` }, [textNode(label)]);
}

/** The nodes with a separator between each two. */
export function joined(nodes: readonly ElementContent[], separator: string): ElementContent[] {
  return nodes.flatMap((node, at) => (at === 0 ? [node] : [textNode(separator), node]));
}

/** What stands between a chapter and one of its sections. */
export const within = ' › ';

/** What stands between a name and what is said about it. */
export function colon(lang: string): string {
  return isChinese(lang) ? '：' : ': ';
}

/** What stands between the things of a list in a sentence. */
export function comma(lang: string): string {
  return isChinese(lang) ? '、' : ', ';
}

export function isChinese(lang: string): boolean {
  return lang.startsWith('zh');
}
