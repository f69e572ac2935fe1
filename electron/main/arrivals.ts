/** What comes from outside while Recto runs or starts: addresses of places, and files that are opened with it. */
import type { App } from 'electron';
import { resolve } from 'node:path';
import { linkIn } from './deep-link.ts';

export interface Arrival {
  readonly link?: string | undefined;
  /** Absolute paths. */
  readonly files?: readonly string[];
}

/** Options that have a value of their own behind them: `--book x.zip` is no file that is opened. */
const withValue: ReadonlySet<string> = new Set(['--book', '--data']);

/** The files of ours on a command line, as absolute paths: where the program is opened with a file, its path stands there. */
export function filesIn(argv: readonly string[], cwd: string): readonly string[] {
  return argv
    .filter(
      (argument, at) => /\.(?:annotation|zip)$/i.test(argument) && !argument.startsWith('-') && !follows(argv, at),
    )
    .map((argument) => resolve(cwd, argument));
}

function follows(argv: readonly string[], at: number): boolean {
  return withValue.has(argv[at - 1] ?? '');
}

/**
 * Calls `onArrival` for each address and file that comes: as an event on macOS, on the command line of a second start
 * elsewhere; with nothing where a second start only wants to see the reader. Call before ready: macOS sends the first ones early.
 */
export function receiveArrivals(app: App, onArrival: (arrival: Arrival) => void): void {
  app.on('open-url', (event, address) => {
    event.preventDefault();
    if (linkIn([address]) !== undefined) onArrival({ link: address });
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    onArrival({ files: [path] });
  });
  app.on('second-instance', (_event, argv, cwd) => onArrival({ link: linkIn(argv), files: filesIn(argv, cwd) }));
}
