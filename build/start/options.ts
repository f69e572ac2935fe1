/** The command line of `npm start`. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const startHelp = `npm start -- [options]

  --host electron   open Recto in its own window (default where Electron's binary is installed)
  --host browser    open Recto in an installed browser of the Chromium family
  --book BOOK       a folder or zip to put on the shelf and open, a compiled book, or an id
  --data DIR        folder for settings and positions
  --port N          port on 127.0.0.1 (browser host; default: any free one)
  --notes-folder DIR  keep bookmarks and notes in DIR too, a Markdown file for each book
  --safe-mode       default settings and the beginning of the book; what is kept stays as it is
  --no-open         print the address instead of opening a window (browser host)
  --help            this text`;

type Host = 'electron' | 'browser';

export interface StartOptions {
  /** Undefined: whichever is there. */
  readonly host: Host | undefined;
  readonly dataFolder: string | undefined;
  /** A path made absolute, where there is something at it; else an id. */
  readonly book: string | undefined;
  readonly port: string | undefined;
  readonly opensWindow: boolean;
  readonly safeMode: boolean;
  /** Absolute. */
  readonly notesFolder: string | undefined;
}

/** Options, the wish for help, or what is wrong with them in one sentence. */
export type ParsedStart =
  | { readonly kind: 'options'; readonly options: StartOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly what: string };

export function parseStartOptions(args: string[]): ParsedStart {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      strict: true,
      allowPositionals: false,
      options: {
        host: { type: 'string' },
        book: { type: 'string' },
        data: { type: 'string' },
        port: { type: 'string' },
        'notes-folder': { type: 'string' },
        'safe-mode': { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    return { kind: 'mistake', what: error instanceof Error ? error.message : String(error) };
  }
  const { host, book, data, port, help, 'notes-folder': notes } = values;
  if (help) return { kind: 'help' };
  if (host !== undefined && host !== 'electron' && host !== 'browser') {
    return { kind: 'mistake', what: `--host is "electron" or "browser", not "${host}".` };
  }
  const forBrowser = port !== undefined || values['no-open'];
  if (host === 'electron' && forBrowser) {
    return {
      kind: 'mistake',
      what: '--port and --no-open belong to --host browser: a window of its own has no address.',
    };
  }
  return {
    kind: 'options',
    options: {
      host: forBrowser ? 'browser' : host,
      book: book === undefined || !existsSync(book) ? book : resolve(book),
      dataFolder: data === undefined ? undefined : resolve(data),
      port,
      opensWindow: !values['no-open'],
      safeMode: values['safe-mode'],
      notesFolder: notes === undefined ? undefined : resolve(notes),
    },
  };
}
