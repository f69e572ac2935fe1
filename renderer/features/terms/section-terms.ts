/** Which terms of the glossary a chapter's sections use, and where. */
import type { TermOccurrence } from '../../../core/book/find-terms.ts';
import type { Block, Section } from '../../../core/book/model.ts';

/** An occurrence in a block; offsets in code points of its text. */
export interface TermPlace extends TermOccurrence {
  readonly blockId: string;
}

/** Kinds whose text is prose. In a heading, in code and in a drawing a mark would be noise. */
const prose: ReadonlySet<Block['kind']> = new Set(['paragraph', 'list', 'callout', 'quote', 'table']);

/** The places of each term in a section, in the order of the text; terms in the order in which they come up. */
export function termsOfSection(
  section: Section,
  find: (text: string) => readonly TermOccurrence[],
): ReadonlyMap<string, readonly TermPlace[]> {
  const places = new Map<string, TermPlace[]>();
  for (const block of section.blocks) {
    if (!prose.has(block.kind)) continue;
    for (const occurrence of find(block.text)) {
      const known = places.get(occurrence.termId);
      const place = { ...occurrence, blockId: block.id };
      if (known) known.push(place);
      else places.set(occurrence.termId, [place]);
    }
  }
  return places;
}
