/** Books that are dropped on the window. */
import type { Dropped, Packing } from '../state/packing.ts';

/** Calls `onBook` with what becomes of a folder or zip that was dropped; nothing else that is dragged is taken. */
export function listenForDrops(page: Window, onBook: (packing: Promise<Packing>) => void): void {
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  page.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  page.addEventListener('drop', (event) => {
    if (!carriesFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    // At once: the browser empties the event as soon as anything is waited for.
    const dropped = Array.from(event.dataTransfer.items).flatMap((item): Dropped[] =>
      [item.webkitGetAsEntry() ?? item.getAsFile()].filter((one) => one !== null),
    );
    onBook(import('./shelf/pack-book.ts').then(({ packDropped }) => packDropped(dropped)));
  });
}
