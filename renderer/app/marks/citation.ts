import { formatDeepLink } from '../../../core/book/deep-link.ts';
import type { SelectedText } from '../../anchor/selected-text.ts';
import { markMessagesFor } from '../../i18n/marks.ts';
import type { Services } from '../services.ts';
import { placeName } from './places.ts';

/** Selected text with where it stands, named in `lang`, and a link to it; undefined while there is no chapter. */
export function citationOf(
  { text, range }: SelectedText,
  lang: string,
  { store, words }: Pick<Services, 'store' | 'words'>,
): string | undefined {
  const { manifest, shown } = store.getState().reading;
  if (shown.kind !== 'chapter') return undefined;
  const place = { chapterId: shown.chapter.id, blockId: range.blockId };
  const link = formatDeepLink({ bookId: manifest.id, chapterId: place.chapterId, targetId: place.blockId });
  return markMessagesFor(words().language).citation(text, placeName(manifest, lang, place), link);
}
