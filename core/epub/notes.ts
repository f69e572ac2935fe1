/** The reader's notes as items of a list. */
import type { Element, ElementContent } from 'hast';
import { element, textNode } from '../book/hast.ts';
import type { PaperNote } from '../paper/chapter-marks.ts';
import type { PaperWords } from '../paper/words.ts';
import { withLang } from './xhtml.ts';

/** `linksOf` gives an item's id and the address of the place that refers to it; undefined where nothing does. */
export function noteItems(
  notes: readonly PaperNote[],
  words: PaperWords,
  noteTree: (markdown: string) => readonly ElementContent[],
  linksOf?: (number: number) => { readonly id: string; readonly back: string },
): Element[] {
  return notes.map(({ number, mark, quote }) => {
    const { label, body, tags, state, color, anchor } = mark;
    const facts = [...(state === null ? [] : [words.states[state]]), ...tags.map((tag) => `#${tag}`)].join(' · ');
    const links = linksOf?.(number);
    const cited = element('blockquote', { className: [color ?? 'yellow'] }, [element('p', {}, [textNode(quote)])]);
    const item = element('li', links ? { id: links.id } : {}, [
      ...(quote === '' ? [] : [anchor ? withLang(cited, anchor.lang) : cited]),
      ...(label === null || label.trim() === '' ? [] : [element('p', {}, [element('strong', {}, [textNode(label)])])]),
      ...noteTree(body ?? ''),
      ...(facts === '' ? [] : [element('p', { className: ['facts'] }, [textNode(facts)])]),
      ...(links ? [element('p', {}, [element('a', { href: links.back }, [textNode(`↑ ${words.back}`)])])] : []),
    ]);
    if (links) item.properties['epub:type'] = 'endnote';
    return item;
  });
}
