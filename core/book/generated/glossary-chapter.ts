/** The chapter `glossary`: a section a group, a block a term. */
import type { Element } from 'hast';
import type { ChapterDraft } from '../draft.ts';
import { element, textNode } from '../hast.ts';
import type { Localized, Term } from '../model.ts';
import {
  colon,
  comma,
  generatedDraft,
  isChinese,
  joined,
  placeLink,
  type GeneratedChapter,
  type ListedChapters,
} from './draft.ts';

export interface TermGroup {
  readonly id: string;
  readonly title: Localized;
  /** In the order of the chapter. */
  readonly terms: readonly Term[];
}

/** The block of the chapter that holds the term at `index` of a group. */
export function termBlockId(groupId: string, index: number): string {
  // The group's heading is block 0.
  return `${groupId}.${String(index + 1)}`;
}

export function glossaryDraft(
  chapter: GeneratedChapter,
  groups: readonly TermGroup[],
  chapters: ListedChapters,
): ChapterDraft {
  const { lang } = chapter;
  const lead = isChinese(lang)
    ? '本章按主题列出书中的术语：各种语言的名称、缩写的全称、含义，以及详细说明所在的章节。'
    : 'The terms of this book by subject: their names in its languages, what abbreviations stand for, what they mean, and where the book says more.';
  const sections = groups.map(({ id, title, terms }) => ({
    id,
    depth: 2,
    title: title[lang] ?? id,
    blocks: terms.map((term) => termBlock(term, lang, chapters)),
  }));
  return generatedDraft(chapter, lead, sections);
}

function termBlock(term: Term, lang: string, chapters: ListedChapters): Element {
  const words = isChinese(lang) ? { also: '又称', see: '参见' } : { also: 'Also', see: 'See' };
  const aliases = (term.aliases[lang] ?? []).filter((alias) => !namesBesides(term, lang).includes(alias));
  const links = term.see.flatMap((place) => placeLink(place, chapters, 'full') ?? []);
  return element('dl', {}, [
    element('dt', {}, [
      element('strong', {}, [textNode(term.names[lang] ?? term.id)]),
      ...namesBesides(term, lang).map((name) => textNode(` · ${name}`)),
    ]),
    ...(aliases.length === 0 ? [] : [line([textNode(`${words.also}${colon(lang)}${aliases.join(comma(lang))}`)])]),
    line([textNode(term.meaning[lang] ?? '')]),
    ...(links.length === 0 ? [] : [line([textNode(`${words.see}${colon(lang)}`), ...joined(links, comma(lang))])]),
  ]);
}

function line(content: Element['children']): Element {
  return element('dd', {}, content);
}

/** Abbreviation, what it stands for, and the names in other languages; nothing is said twice. */
function namesBesides(term: Term, lang: string): string[] {
  const others = Object.entries(term.names).flatMap(([other, name]) => (other === lang ? [] : [name]));
  const said = new Set([term.names[lang]?.toLowerCase()]);
  return [term.abbr, term.full, ...others].filter((name): name is string => {
    if (name === undefined || said.has(name.toLowerCase())) return false;
    said.add(name.toLowerCase());
    return true;
  });
}
