/** What can be done with selected text. */
import { formatDeepLink } from '../../../core/book/deep-link.ts';
import type { SelectedText } from '../../anchor/selected-text.ts';
import { markMessagesFor } from '../../i18n/marks.ts';
import { placeName } from '../marks/places.ts';
import { searchFor } from '../search-for.ts';
import type { Services } from '../services.ts';
import type { Offer } from '../../state/context-menu.ts';
import { copy, offerOf } from './offering.ts';

export function offersOfSelection({ text, range, lang }: SelectedText, services: Services): readonly Offer[] {
  const { store, words } = services;
  const { manifest, shown } = store.getState().reading;
  // As it would be copied by the keyboard, with what stands between blocks.
  const plain = getSelection()?.toString() ?? text;
  const cite = (): void => {
    if (shown.kind !== 'chapter') return;
    const at = { chapterId: shown.chapter.id, blockId: range.blockId };
    const link = formatDeepLink({ bookId: manifest.id, chapterId: at.chapterId, targetId: at.blockId });
    copy(services, markMessagesFor(words().language).citation(text, placeName(manifest, lang, at), link), 'textCopied');
  };
  return [
    { id: 'text.copy', group: 1, key: 'Mod+C', run: () => copy(services, plain, 'textCopied') },
    { id: 'text.cite', group: 1, run: cite },
    offerOf(services, 'mark.highlight', 2),
    offerOf(services, 'mark.note', 2),
    { id: 'text.search', group: 3, run: () => searchFor(services, text) },
  ];
}
