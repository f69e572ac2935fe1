/**
 * Context menus of the text, of the contents and of marks: by the right button, a long touch, Shift+F10 or the menu key. Fields,
 * and whatever is not the book's, keep the host's own; so does a right click with Shift, and a long touch of the text, which selects.
 * All but this is fetched with the first of them.
 */
import { isTyping } from '../keyboard.ts';
import type { Services } from '../services.ts';

const text = 'main article';
const kept = `${text}, nav [data-row] a[href], [data-mark]`;

export function listenForContextMenus(page: Document, services: Services): () => void {
  function onContextMenu(event: PointerEvent): void {
    const { target, pointerType } = event;
    if (event.defaultPrevented || !(target instanceof Element) || isTyping(target) || !target.closest(kept)) return;
    // From the keyboard the event comes without a pointer.
    if (pointerType === 'touch' ? target.closest(text) : pointerType !== '' && event.shiftKey) return;
    event.preventDefault();
    import('./show-menu.ts').then(({ showMenu }) => showMenu(target, event, services)).catch(services.sayFailure);
  }
  page.addEventListener('contextmenu', onContextMenu);
  return () => page.removeEventListener('contextmenu', onContextMenu);
}
