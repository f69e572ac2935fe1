/** What can be done with a block of the text, and with the code or figure in it. */
import { formatDeepLink } from '../../../core/book/deep-link.ts';
import { shownBlocks } from '../../anchor/selected-text.ts';
import { copyFigure } from '../../features/blocks/copy-figure.ts';
import { placeOf } from '../marks/places.ts';
import type { Services } from '../services.ts';
import { offersOfReading } from './link-offers.ts';
import type { Offer } from '../../state/context-menu.ts';
import { copy, offerOf, withMarks } from './offering.ts';
import { structuredText } from './text-to-copy.ts';

/** `target`: what is meant within the article; the block that holds it, or a part of it. */
export function offersOfBlock(target: Element, article: HTMLElement, services: Services): readonly Offer[] {
  const element = target.closest<HTMLElement>('.block');
  const block = shownBlocks(article).find((one) => one.element === element);
  const { reading, marks } = services.store.getState();
  const { shown, manifest } = reading;
  if (!element || !block || shown.kind !== 'chapter') return [];
  const { id: blockId } = block;
  const chapters = [shown.chapter, ...(shown.translation?.kind === 'chapter' ? [shown.translation.chapter] : [])];
  const chapter = chapters.find(({ lang }) => lang === block.lang) ?? shown.chapter;
  const bare = chapter.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === blockId)?.text ?? '';
  const text = structuredText(element) ?? bare;
  const link = formatDeepLink({ bookId: manifest.id, chapterId: chapter.id, targetId: blockId });
  const isBookmarked = marks.list.some((mark) => {
    const place = placeOf(mark);
    return mark.kind === 'bookmark' && place?.chapterId === chapter.id && place.range.blockId === blockId;
  });
  const bookmark = offerOf(services, 'mark.bookmark', 2, () =>
    withMarks(services, (loaded) => loaded.toggleBookmark(blockId)),
  );
  const section = chapter.sections.find(({ blocks }) => blocks[0]?.id === blockId);
  return [
    ...offersOfParts(target, element, services),
    isBookmarked ? { ...bookmark, id: 'mark.unbookmark' } : bookmark,
    offerOf(services, 'mark.highlight', 2, () => withMarks(services, (loaded) => loaded.highlight('yellow', blockId))),
    offerOf(services, 'mark.note', 2, () => withMarks(services, (loaded) => loaded.note(blockId))),
    ...(section
      ? (['chapter', 'book'] as const).map((on) => ({
          id: `mark.${on}Note` as const,
          group: 2,
          run: () => withMarks(services, (loaded) => loaded.noteOn(on)),
        }))
      : []),
    ...(section ? offersOfReading(services, chapter.id, section.id, 3) : []),
    { id: 'block.link', group: 4, run: () => copy(services, link, 'linkCopied') },
    ...(text === '' ? [] : [{ id: 'block.copy' as const, group: 4, run: () => copy(services, text, 'textCopied') }]),
  ];
}

/** A piece of code, or a figure by the button that stands at it. */
function offersOfParts(target: Element, block: HTMLElement, services: Services): readonly Offer[] {
  const code =
    target.closest<HTMLElement>('figure.code') ??
    (target === block ? block.querySelector<HTMLElement>('figure.code') : null);
  if (code)
    return [{ id: 'code.copy', group: 1, run: () => copyCode(code, services) }, offerOf(services, 'code.wrap', 1)];
  const enlarge = block.querySelector<HTMLElement>('.figure-tools button');
  return enlarge && (target === block || target.closest('figure.figure'))
    ? [{ id: 'figure.view', group: 1, run: () => enlarge.click() }]
    : [];
}

function copyCode(figure: HTMLElement, { blockActions, store, words, sayFailure }: Services): void {
  const { reading, settings } = store.getState();
  const values = settings.placeholders[reading.manifest.id] ?? {};
  copyFigure(figure, values, blockActions, words().messages.desk).catch(sayFailure);
}
