/** What can be done with selected text. */
import type { SelectedText } from '../../anchor/selected-text.ts';
import { citationOf } from '../marks/citation.ts';
import { searchFor } from '../search-for.ts';
import type { Services } from '../services.ts';
import type { Offer } from '../../state/context-menu.ts';
import { copy, offerOf } from './offering.ts';

export function offersOfSelection(selected: SelectedText, services: Services): readonly Offer[] {
  const { text, lang } = selected;
  // As it would be copied by the keyboard, with what stands between blocks.
  const plain = getSelection()?.toString() ?? text;
  const cite = (): void => {
    const citation = citationOf(selected, lang, services);
    if (citation !== undefined) copy(services, citation, 'textCopied');
  };
  return [
    { id: 'text.copy', group: 1, key: 'Mod+C', run: () => copy(services, plain, 'textCopied') },
    { id: 'text.cite', group: 1, run: cite },
    offerOf(services, 'mark.highlight', 2),
    offerOf(services, 'mark.note', 2),
    { id: 'text.search', group: 3, run: () => searchFor(services, text) },
  ];
}
