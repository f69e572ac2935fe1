/**
 * The anchor of a mark that came from another program and whose words are not in the book: it holds the words, and its
 * ids lead nowhere, because no place was ever known. No chapter has this id by chance.
 */
import type { Anchor } from './anchor.ts';

const nowhere = 'unplaced-import';

export function anchorNowhere({
  lang,
  quote,
  prefix,
  suffix,
}: Pick<Anchor, 'lang' | 'quote' | 'prefix' | 'suffix'>): Anchor {
  const blockId = `${nowhere}.0`;
  const range = { blockId, start: 0, endBlockId: blockId, end: Array.from(quote).length };
  return { ...range, chapterId: nowhere, sectionId: nowhere, lang, quote, prefix, suffix, sectionHash: '' };
}

/** Whether there is neither a chapter to name nor a place to lead to. */
export function isNowhere({ chapterId }: Pick<Anchor, 'chapterId'>): boolean {
  return chapterId === nowhere;
}
