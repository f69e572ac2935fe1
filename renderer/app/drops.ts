/** Books and files of marks that are dropped on the window. */
import { importEndings } from '../../core/marks/exchange/formats.ts';
import type { Dropped, Packing } from '../state/packing.ts';

/**
 * Calls `onMarks` with a file that by its name is one of marks, and `onBook` with what becomes of anything else: a folder or zip
 * is a book, the rest is none.
 */
export function listenForDrops(
  page: Window,
  onMarks: (file: File) => void,
  onBook: (packing: Promise<Packing>) => void,
): void {
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  page.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  page.addEventListener('drop', (event) => {
    if (!carriesFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    const [file, ...more] = event.dataTransfer.files;
    if (file && more.length === 0 && importEndings.some((ending) => file.name.toLowerCase().endsWith(`.${ending}`))) {
      onMarks(file);
      return;
    }
    // At once: the browser empties the event as soon as anything is waited for.
    const dropped = Array.from(event.dataTransfer.items).flatMap((item): Dropped[] =>
      [item.webkitGetAsEntry() ?? item.getAsFile()].filter((one) => one !== null),
    );
    onBook(import('./shelf/pack-book.ts').then(({ packDropped }) => packDropped(dropped)));
  });
}
