/** Marks terms in the text. They are painted over it (CSS Custom Highlight API): the book's own DOM stays as it is. */
import { createTermFinder, namesOf } from '../../../core/book/find-terms.ts';
import type { Chapter, Term } from '../../../core/book/model.ts';
import { readBlockText, type BlockText } from '../../anchor/block-text.ts';
import { termsOfSection, type TermPlace } from './section-terms.ts';

export interface MarkedTerm {
  readonly termId: string;
  readonly blockId: string;
  readonly range: Range;
}

const highlightName = 'terms';

/** Marks the first place of each term in each section that is neither a link nor code; returns what is marked. */
export function markTerms(article: Element, chapter: Chapter, terms: readonly Term[]): MarkedTerm[] {
  const find = finderFor(terms, chapter.lang);
  const texts = new Map<string, BlockText | undefined>();
  const textOf = (blockId: string): BlockText | undefined => {
    if (!texts.has(blockId)) texts.set(blockId, readText(article, blockId));
    return texts.get(blockId);
  };
  const marked = chapter.sections.flatMap((section) =>
    [...termsOfSection(section, find).values()].flatMap((places) => firstFree(places, textOf) ?? []),
  );
  CSS.highlights.set(highlightName, new Highlight(...marked.map(({ range }) => range)));
  return marked;
}

export function unmarkTerms(): void {
  CSS.highlights.delete(highlightName);
}

/** The marked term at a point of the window, in the block that `target` is in. */
export function markedAt(
  marked: readonly MarkedTerm[],
  target: Element,
  x: number,
  y: number,
): { readonly mark: MarkedTerm; readonly box: DOMRect } | undefined {
  const blockId = target.closest<HTMLElement>('[data-block]')?.dataset.block;
  for (const mark of marked) {
    if (mark.blockId !== blockId) continue;
    for (const box of mark.range.getClientRects()) {
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return { mark, box };
    }
  }
  return undefined;
}

const finders = new WeakMap<readonly Term[], Map<string, ReturnType<typeof createTermFinder>>>();

/** A finder for these terms in texts of `lang`; made once. */
export function finderFor(terms: readonly Term[], lang: string): ReturnType<typeof createTermFinder> {
  const byLang = finders.get(terms) ?? new Map<string, ReturnType<typeof createTermFinder>>();
  finders.set(terms, byLang);
  const finder =
    byLang.get(lang) ?? createTermFinder(terms.map((term) => ({ id: term.id, names: namesOf(term, lang) })));
  byLang.set(lang, finder);
  return finder;
}

function readText(article: Element, blockId: string): BlockText | undefined {
  const block = article.querySelector(`[data-block="${CSS.escape(blockId)}"]`);
  return block ? readBlockText(block) : undefined;
}

function firstFree(
  places: readonly TermPlace[],
  textOf: (blockId: string) => BlockText | undefined,
): MarkedTerm | undefined {
  for (const { termId, blockId, start, end } of places) {
    const text = textOf(blockId);
    // Before a range is made: the browser looks after every one of them.
    if (!text || isTaken(text.nodeAt(start)) || isTaken(text.nodeAt(end - 1))) continue;
    const range = text.range(start, end);
    if (range) return { termId, blockId, range };
  }
  return undefined;
}

/** Links lead somewhere else already, and names in code are no words. */
function isTaken(node: Text | undefined): boolean {
  return node?.parentElement?.matches('a, a *, code, code *') ?? false;
}
