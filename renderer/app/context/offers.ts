/** What a context menu offers for what is under the pointer or has the focus. */
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { selectedText } from '../../anchor/selected-text.ts';
import { paintedAt, paintedNow } from '../../features/marks/paint-marks.ts';
import type { Services } from '../services.ts';
import { offersOfBlock } from './block-offers.ts';
import { offersOfLink, offersOfRow } from './link-offers.ts';
import { offersOfMark } from './mark-offers.ts';
import type { ContextMenu } from '../../state/context-menu.ts';
import { offerOf } from './offering.ts';
import { offersOfSelection } from './text-offers.ts';

/** A point of the window in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `point` is the pointer's, if it was one that asked. No offers where nothing is to be done. */
export function contextOf(target: Element, point: Point | undefined, services: Services): ContextMenu {
  const { contents, cursor } = services.words().messages;
  const named = (offers: ContextMenu['offers'], label: string): ContextMenu => ({ label, offers });
  const link = target.closest<HTMLAnchorElement>('a[href]');

  const entry = target.closest<HTMLElement>('[data-mark]');
  const mark = entry && markWithId(entry.dataset.mark, services);
  const linked = link ? offersOfLink(link, services) : [];
  if (mark) return named([...linked, ...offersOfMark(mark, services, entry)], contents.menu(nameOf(mark)));

  const row = link?.closest<HTMLElement>('nav [data-row]');
  if (row && link) return named(offersOfRow(row, link, services), contents.menu(link.textContent));

  const article = document.querySelector<HTMLElement>('main article');
  if (!article?.contains(target)) return named(linked, cursor.menu);
  const selected = selectedText(article, getSelection());
  if (selected) return named([...linked, ...offersOfSelection(selected, services)], cursor.menu);
  const under = point && paintedAt(paintedNow(), point.x, point.y);
  return named(
    [
      ...linked,
      ...(under && linked.length === 0 ? offersOfMark(under, services) : []),
      ...offersOfBlock(target, article, services),
      ...(['history.back', 'history.forward'] as const)
        .filter((id) => services.commands[id].isAvailable())
        .map((id) => offerOf(services, id, 5)),
    ],
    cursor.menu,
  );
}

function markWithId(id: string | undefined, { store }: Services): PlacedMark | undefined {
  return store.getState().marks.list.find((mark) => mark.id === id);
}

function nameOf({ label, anchor }: PlacedMark): string {
  const mostOfName = 40;
  return Array.from(label ?? anchor?.quote ?? '')
    .slice(0, mostOfName)
    .join('');
}
