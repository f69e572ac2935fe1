/** The options of `recto serve`; its help stands in cli/serve-command.ts. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from '../services/data-folder.ts';

export interface ServeOptions {
  /** What `--book` names, as it stands there: a bundle folder, a folder or zip to be compiled, or the id of a book. */
  readonly book: string | undefined;
  readonly pageFolder: string | undefined;
  readonly dataFolder: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly opensWindow: boolean;
  readonly json: boolean;
  readonly safeMode: boolean;
  /** A folder to keep marks in as Markdown files, absolute. */
  readonly notesFolder: string | undefined;
}

/** Options, or what is wrong with them in one sentence. */
export type ParsedServe =
  { readonly kind: 'options'; readonly options: ServeOptions } | { readonly kind: 'mistake'; readonly what: string };

export function parseServeOptions(args: string[]): ParsedServe {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      strict: true,
      allowPositionals: false,
      options: {
        book: { type: 'string' },
        page: { type: 'string' },
        data: { type: 'string' },
        port: { type: 'string' },
        'notes-folder': { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        'safe-mode': { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return { kind: 'mistake', what: error instanceof Error ? error.message : String(error) };
  }
  const port = values.port ?? '0';
  if (!isPort(port)) return { kind: 'mistake', what: `--port wants a number from 0 to 65535, not "${port}".` };
  return {
    kind: 'options',
    options: {
      book: values.book,
      pageFolder: values.page === undefined ? undefined : resolve(values.page),
      dataFolder: values.data === undefined ? defaultDataFolder() : resolve(values.data),
      port: Number(port),
      opensWindow: !values['no-open'],
      json: values.json,
      safeMode: values['safe-mode'],
      notesFolder: values['notes-folder'] === undefined ? undefined : resolve(values['notes-folder']),
    },
  };
}

/** Whether a text names a port (0: any). */
function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535;
}
