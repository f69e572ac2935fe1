import { dateOf } from '../date-of.ts';
import type { Details, FailuresMessages } from '../messages/failures.ts';

const named = (value: string | undefined, otherwise: string): string => (value ? `“${value}”` : otherwise);
const withName = (noun: string, value: string | undefined): string => (value ? `${noun} “${value}”` : noun);
const reason = (details: Details): string => (details.what ? ` (${details.what})` : '');

export const failures: FailuresMessages = {
  safeMode: {
    what: 'Recto was started in safe mode: with default settings, at the beginning of the book.',
    wayOut:
      'Your settings and your place are kept as they were, for the next ordinary start. Bookmarks and notes are shown and saved as ever.',
  },
  failures: {
    refused: () => ({
      what: 'This window does not belong to a running Recto.',
      wayOut: 'Please close it and start Recto again.',
    }),
    'bad-request': (details) => ({
      what: `The reader sent a request that breaks its own rules${reason(details)}.`,
      wayOut: 'This is a mistake in Recto. Please restart; if it happens again, tell us this sentence.',
    }),
    'not-found': (details) => ({
      what: `The book has no ${named(details.what, 'such place')}.`,
      wayOut: 'Please choose another chapter from the contents.',
    }),
    'book-missing': (details) => ({
      what: `There is no book that can be opened in ${named(details.folder, 'the book folder')}${reason(details)}.`,
      wayOut: 'Please install Recto again, or check whether that folder was moved or deleted.',
    }),
    'book-damaged': (details) => ({
      what: `${withName('The book’s file', details.file)} is damaged: it is not what was published.`,
      wayOut:
        'Please install Recto or import the book again. Your bookmarks and notes are kept elsewhere and are not affected.',
    }),
    'store-unavailable': (details) => ({
      what: `Settings and reading positions cannot be saved in ${named(details.folder, 'the data folder')}${reason(details)}.`,
      wayOut:
        'You can read on, but changes will not be kept. Please check for free disk space and permission to write there, then restart Recto.',
    }),
    'store-newer': (details) => ({
      what: `${withName('The data file', details.file)} was written by a newer Recto (format ${details.found ?? 'unknown'}; this version knows ${details.known ?? 'earlier ones'}).`,
      wayOut: 'The file has not been touched. Please use the newer Recto.',
    }),
    'store-damaged': (details) => ({
      what: `${withName('The data file', details.file)} could not be read and was set aside as ${named(details.movedTo, 'a backup')}.`,
      wayOut: 'Recto goes on with a new data file. Please keep the old one: its contents may still be recovered.',
    }),
    'store-restored': (details) => ({
      what: `${withName('The data file', details.file)} could not be read. Recto goes on with a copy of ${dateOf(details.takenAt, 'en')}; what was written after that is missing.`,
      wayOut: `The unreadable file is kept as ${named(details.movedTo, 'a backup')}: its contents may still be recovered.`,
    }),
    'mark-conflict': () => ({
      what: 'This mark has been changed or deleted in another window.',
      wayOut:
        'What you have written here is not lost. Look at the mark as it is now, then save again or copy your text.',
    }),
    'import-refused': (details) => ({
      what: `The file cannot be read${reason(details)}.`,
      wayOut: 'Nothing was changed. Please choose an .annotation file, or an .html file that Recto exported.',
    }),
    'link-refused': (details) => ({
      what: `For safety, ${withName('the address', details.url)} was not opened.`,
      wayOut: 'Only http, https and e-mail addresses can be opened.',
    }),
    'window-refused': () => ({
      what: 'No further window could be opened.',
      wayOut: 'Please close one that you no longer need; in a browser, allow this page to open windows.',
    }),
    'copy-refused': (details) => ({
      what: `Nothing could be copied${reason(details)}.`,
      wayOut: 'Please select the text and copy it with the keyboard or the menu.',
    }),
    'file-not-read': (details) => ({
      what: `${withName('The file', details.file)} could not be read${reason(details)}.`,
      wayOut: 'Nothing was changed. Please check that it is still there and that you may read it.',
    }),
    'file-not-saved': (details) => ({
      what: `${withName('The file', details.file)} could not be saved${reason(details)}.`,
      wayOut: 'Please choose another folder, or check for free disk space and permission to write there.',
    }),
    'print-failed': (details) => ({
      what: `It could not be printed${reason(details)}.`,
      wayOut: 'Check the printer, or save a PDF and print that; many chapters can go in several parts.',
    }),
    'host-gone': () => ({
      what: 'The connection to Recto is lost.',
      wayOut:
        'You can go on reading the open chapter. If the connection does not come back by itself, close this window and start Recto again.',
    }),
    'part-missing': (details) => ({
      what: `This part of Recto could not be loaded${reason(details)}.`,
      wayOut: 'Open it once more. If it still does not come, restart Recto or install it again.',
    }),
    internal: (details) => ({
      what: `Something unexpected went wrong in Recto${reason(details)}.`,
      wayOut: 'Please restart; if it happens again, tell us this sentence.',
    }),
  },
};
