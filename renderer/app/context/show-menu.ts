/** Shows the context menu that an event asks for: the host's, or where it has none, the page's own. */
import type { OpenContextMenu } from '../../state/context-menu.ts';
import type { Services } from '../services.ts';
import { contextOf } from './offers.ts';

export async function showMenu(target: Element, event: PointerEvent, services: Services): Promise<void> {
  const { store, host, say } = services;
  // What a keyboard's event says of a place differs between systems.
  const point = event.pointerType === '' ? undefined : { x: event.clientX, y: event.clientY };
  const menu = contextOf(target, point, services);
  if (menu.offers.length === 0) return;
  const at = point ? { left: point.x, top: point.y } : placeBelow(target);
  const from = document.activeElement;
  const items = menu.offers.map(({ id, group, key }) => ({ id, group, ...(key === undefined ? {} : { key }) }));
  const place = { x: Math.max(0, Math.round(at.left)), y: Math.max(0, Math.round(at.top)) };
  const answer = await host['menu:show']({ items, at: place });
  if (!answer.ok) say(answer.error);
  else if (answer.value.outcome !== 'ask') menu.offers.find((offer) => offer.id === answer.value.id)?.run();
  else store.setState(({ panels }) => ({ panels: { ...panels, contextMenu: { ...menu, at, from } } }));
}

/** Below what has the focus, or below the first lines of what is high. */
function placeBelow(target: Element): OpenContextMenu['at'] {
  const fewLinesPx = 72;
  const { left, top, bottom } = target.getBoundingClientRect();
  return { left: left + 24, top: Math.min(bottom, top + fewLinesPx) };
}
