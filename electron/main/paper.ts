/** Print and PDF. The page has put what is to be printed in its own place; this opens the system's dialogs. */
import type { BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Handlers } from '../../core/contract/channels.ts';
import { failure, success } from '../../core/contract/result.ts';
import type { SaveBytes } from '../services/epub/epub-handlers.ts';
import { askWhere, reasonOf } from './desk.ts';
import type { Texts } from './texts.ts';

/** What `setProgressBar` takes for work without a known end, and for none. */
const beyondMeasure = 2;
const noProgress = -1;

const pageSizes = { a4: 'A4', letter: 'Letter' } as const;

/** Saves an EPUB where the reader says. */
export function createSaveBytes(window: () => BrowserWindow | undefined, texts: () => Texts): SaveBytes {
  return async (name, bytes) => {
    const { saveEpub, epubFile } = texts();
    const filters = [{ name: epubFile, extensions: ['epub'] }];
    const file = await askWhere(window(), { title: saveEpub, defaultPath: name, filters });
    if (file === undefined) return success({ outcome: 'declined', name });
    try {
      await writeFile(file, bytes);
      return success({ outcome: 'saved', name: basename(file) });
    } catch (error) {
      return failure('file-not-saved', { file: basename(file), what: reasonOf(error) });
    }
  };
}

/** `window` and `texts` are asked at the time of use. */
export function createPaper(
  window: () => BrowserWindow | undefined,
  texts: () => Texts,
): Pick<Handlers, 'paper:print' | 'paper:pdf'> {
  return {
    'paper:print': ({ size }) =>
      new Promise((resolve) => {
        try {
          const options = { printBackground: true, pageSize: pageSizes[size] };
          window()?.webContents.print(options, (isPrinted, reason) => {
            if (isPrinted) resolve(success({ outcome: 'printed' }));
            // Electron has no other sign of it than its words: “Print job canceled”.
            else if (/cancel/i.test(reason)) resolve(success({ outcome: 'declined' }));
            else resolve(failure('print-failed', { what: reason }));
          });
        } catch (error) {
          resolve(failure('print-failed', { what: reasonOf(error) }));
        }
      }),
    'paper:pdf': async ({ name }) => {
      const { savePdf, pdfFile } = texts();
      const filters = [{ name: pdfFile, extensions: ['pdf'] }];
      const file = await askWhere(window(), { title: savePdf, defaultPath: name, filters });
      const contents = window()?.webContents;
      if (file === undefined || contents === undefined) return success({ outcome: 'declined' });
      let pdf: Buffer;
      // A whole book takes a minute, in which the window does not answer: its sign in the task bar or dock says so.
      window()?.setProgressBar(beyondMeasure);
      try {
        pdf = await contents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        });
      } catch (error) {
        return failure('print-failed', { what: reasonOf(error) });
      } finally {
        window()?.setProgressBar(noProgress);
      }
      try {
        await writeFile(file, pdf);
        return success({ outcome: 'saved', name: basename(file) });
      } catch (error) {
        return failure('file-not-saved', { file: basename(file), what: reasonOf(error) });
      }
    },
  };
}
