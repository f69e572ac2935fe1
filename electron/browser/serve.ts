/** `recto serve`, and what `npm start` falls back on: the reader in a browser of this machine. */
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import packageJson from '../../package.json' with { type: 'json' };
import { claimFolder, type Claim } from '../services/claim.ts';
import { openServices, pageDoesIt, type Services } from '../services/host-services.ts';
import { openNamedBook, ownBooks, withNamedBundle } from '../services/library/named-book.ts';
import { chooseNamedFolder } from '../services/notes/named-folder.ts';
import { openWindow } from './open-window.ts';
import { askForWindow, writeRunning } from './running.ts';
import { parseServeOptions, type ServeOptions } from './serve-options.ts';
import { startServer, type LoopbackServer } from './server.ts';
import { codeLifetimeMs } from './access.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * Serves a book until the last window is closed or a signal comes. Returns the exit status: 0, also where a Recto that
 * runs already showed the window; 1 where it could not start, with the reason on stderr; 2 for wrong options.
 */
export async function runServe(args: string[]): Promise<number> {
  const parsed = parseServeOptions(args);
  if (parsed.kind === 'mistake') {
    console.error(`${parsed.what}\nTry "recto serve --help".`);
    return 2;
  }
  const { options } = parsed;
  const pageFolder = options.pageFolder ?? join(root, 'dist', 'renderer');
  if (!existsSync(join(pageFolder, 'index.html'))) {
    console.error(`The page is not built: there is no index.html in ${pageFolder}. Run "npm run build".`);
    return 1;
  }
  const claim = claimFolder(options.dataFolder);
  if (claim.kind === 'taken') return joinRunning(options);
  try {
    return await serve(options, pageFolder, claim);
  } finally {
    if (claim.kind === 'held') claim.release();
  }
}

async function serve(options: ServeOptions, pageFolder: string, claim: Claim): Promise<number> {
  const end = Promise.withResolvers<undefined>();
  const stop = () => end.resolve(undefined);
  const here = process.cwd();
  const folders = await withNamedBundle(ownBooks(join(root, 'dist', 'books')), options.book, here);
  const services = await openServices({
    ...folders,
    dataFolder: options.dataFolder,
    version: packageJson.version,
    host: 'browser',
    safeMode: options.safeMode,
    openLink: () => Promise.resolve('ask'),
    desk: pageDoesIt,
  });
  try {
    if (options.book !== undefined) {
      for (const line of await openNamedBook(services, folders, options.book, here)) console.error(line);
    }
    const server = await listen(options, services, pageFolder, stop);
    if (server === undefined) return 1;
    services.onEvent(server.presence.publish);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    // Once: a second signal ends the process the hard way.
    for (const signal of signals) process.once(signal, stop);
    try {
      if (claim.kind === 'held') writeRunning(options.dataFolder, server);
      await showWindow(options, server, claim);
      await tellProblems(services);
      if (options.notesFolder !== undefined) {
        const problem = await chooseNamedFolder(services.notes, options.notesFolder, here);
        if (problem !== undefined) console.error(problem);
      }
      await end.promise;
    } finally {
      for (const signal of signals) process.removeListener(signal, stop);
      await server.close();
    }
    return 0;
  } finally {
    services.close();
  }
}

/** Undefined where the port cannot be had; the reason stands on stderr. */
async function listen(
  { port }: ServeOptions,
  services: Services,
  pageFolder: string,
  onDeserted: () => void,
): Promise<LoopbackServer | undefined> {
  try {
    return await startServer({ services, pageFolder, port, onDeserted });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      console.error(`Port ${port} is in use by another program. Name another with --port, or leave --port out.`);
    } else if (code === 'EACCES') {
      console.error(`You may not use port ${port}. Name one above 1023 with --port, or leave --port out.`);
    } else throw error;
    return undefined;
  }
}

async function showWindow(options: ServeOptions, server: LoopbackServer, claim: Claim): Promise<void> {
  // Nobody can tell when a person comes to open a printed address.
  const waitForPerson = () => server.presence.expectPage(Infinity);
  waitForPerson();
  const profileFolder =
    claim.kind === 'held'
      ? join(options.dataFolder, 'browser-profile')
      : await mkdtemp(join(tmpdir(), 'recto-browser-'));
  const opened = openWindow({ ...options, profileFolder, newAddress: server.windowAddress, onFailure: waitForPerson });
  if (opened) server.presence.expectPage(codeLifetimeMs);
}

/** What the window shows in the reader's language stands in the terminal, too, for whoever started Recto there. */
async function tellProblems({ handlers }: Services): Promise<void> {
  const start = await handlers['app:start']({ systemLanguages: [Intl.DateTimeFormat().resolvedOptions().locale] });
  for (const problem of start.ok ? start.value.warnings : [start.error]) {
    console.error(`recto: ${problem.code}: ${Object.values(problem.details).join(', ')}`);
  }
}

/** How long the Recto that has the folder may take to answer: it may be just starting. */
const joinAttempts = 20;
const joinPauseMs = 150;

async function joinRunning(options: ServeOptions): Promise<number> {
  for (let attempt = 0; attempt < joinAttempts; attempt += 1) {
    const address = await askForWindow(options.dataFolder);
    if (address !== undefined) {
      console.error('Recto is running already; here is another window of it.');
      const profileFolder = join(options.dataFolder, 'browser-profile');
      openWindow({ ...options, profileFolder, newAddress: () => address, onFailure: () => undefined });
      return 0;
    }
    await delay(joinPauseMs);
  }
  console.error(
    `Recto is running already with the data folder ${options.dataFolder}. Go to its window, or name another folder with --data.`,
  );
  return 1;
}
