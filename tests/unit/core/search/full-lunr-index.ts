import lunr from 'lunr';
import type { SearchIndex } from '../../../../core/search/open-index.ts';
import { fieldBoosts } from '../../../../core/search/score.ts';
import { termsOf } from '../../../../core/search/tokens.ts';

/** An index of the whole book as lunr itself builds it, with our terms. */
export function fullLunrIndex(index: SearchIndex): lunr.Index {
  const builder = new lunr.Builder();
  builder.ref('id');
  builder.field('title', { boost: fieldBoosts.title });
  builder.field('body', { boost: fieldBoosts.body });
  builder.tokenizer = ((terms: string[]) =>
    terms.map((term) => new lunr.Token(term, {}))) as unknown as typeof lunr.tokenizer;
  for (let section = 0; section < index.sectionCount; section += 1) {
    const { firstBlock } = index.section(section);
    const blocks = index.foldedBlocks(section).map((text, at) => ({ text, kind: index.blockKind(firstBlock + at) }));
    const terms = (heading: boolean) =>
      blocks.filter(({ kind }) => (kind === 'heading') === heading).flatMap(({ text }) => termsOf(text));
    builder.add({ id: section, title: terms(true), body: terms(false) });
  }
  return builder.build();
}
