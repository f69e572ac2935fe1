/** What can be done with a link of the text, of a note or of the contents. */
import { formatDeepLink } from '../../../core/book/deep-link.ts';
import { readSummary } from '../../state/reads.ts';
import { parseRoute } from '../route.ts';
import type { Services } from '../services.ts';
import type { Offer } from '../../state/context-menu.ts';
import { copy, withMarks } from './offering.ts';

export function offersOfLink(link: HTMLAnchorElement, services: Services): readonly Offer[] {
  const { commands, reader, openLink, openWindow, sayFailure, store } = services;
  const href = link.getAttribute('href') ?? '';
  const route = parseRoute(href);
  if (route === null) {
    if (!/^(?:https?|mailto):/i.test(href)) return [];
    return [
      { id: 'link.open', group: 0, run: () => void openLink(href) },
      { id: 'link.copy', group: 0, run: () => copy(services, href, 'linkCopied') },
    ];
  }
  const place = { bookId: store.getState().reading.manifest.id, ...route };
  const openInOther = (): void => {
    store.setState(({ panels }) => ({ panels: { ...panels, drawerOpen: false } }));
    void reader.open(route).then(inOther.run);
  };
  const inOther = commands['language.toggle'];
  return [
    // As a click does: what a drawer or a card does of its own then is done as well.
    { id: 'link.open', group: 0, run: () => link.click() },
    { id: 'link.window', group: 0, run: () => void openWindow(place).catch(sayFailure) },
    ...(inOther.isAvailable() ? [{ id: 'link.language' as const, group: 0, run: openInOther }] : []),
    { id: 'link.copy', group: 0, run: () => copy(services, formatDeepLink(place), 'linkCopied') },
  ];
}

/** A row of the contents: what its link offers, and whether it was read. */
export function offersOfRow(row: HTMLElement, link: HTMLAnchorElement, services: Services): readonly Offer[] {
  const [chapterId, sectionId] = (row.dataset.row ?? '').split('/');
  return [
    ...offersOfLink(link, services),
    ...(chapterId === undefined ? [] : offersOfReading(services, chapterId, sectionId, 1)),
  ];
}

/** To say of a chapter or section that it was read, or was not. */
export function offersOfReading(
  services: Services,
  chapterId: string,
  sectionId: string | undefined,
  group: number,
): readonly Offer[] {
  const { ofChapter, ofSection } = readSummary(services.store.getState());
  const state = sectionId === undefined ? ofChapter(chapterId) : ofSection(chapterId, sectionId);
  return (['done', 'unread'] as const)
    .filter((as) => as !== state)
    .map((as) => ({
      id: `read.${as}` as const,
      group,
      run: () => withMarks(services, ({ reads }) => reads.mark(chapterId, sectionId, as)),
    }));
}
