/** `npm start`: builds what is stale and opens the reader, in Electron where its binary is installed, else in a browser. */
import { join } from 'node:path';
import { root } from '../bundle/paths.ts';
import { fetchElectron } from './fetch-electron.ts';
import { findElectron, noElectron } from './find-electron.ts';
import { parseStartOptions, startHelp, type StartOptions } from './options.ts';
import { runChild } from './run-child.ts';

process.exitCode = await start(process.argv.slice(2));

async function start(args: string[]): Promise<number> {
  const parsed = parseStartOptions(args);
  if (parsed.kind === 'help') {
    console.log(startHelp);
    return 0;
  }
  if (parsed.kind === 'mistake') {
    console.error(`${parsed.what}\nTry "npm start -- --help".`);
    return 2;
  }
  const { options } = parsed;
  try {
    const electron = options.host === 'browser' ? undefined : await electronBinary(options);
    if (options.host === 'electron' && electron === undefined) {
      console.error(noElectron);
      return 1;
    }
    // Loaded late: the tools of the build take longer to load than everything else, and a mistake should not wait.
    const { ensureBuilt } = await import('../bundle/bundle.ts');
    await ensureBuilt(console.error);
    if (electron !== undefined && (options.host === 'electron' || hasDisplay())) {
      return await startElectron(electron, options);
    }
    if (options.host === undefined && electron === undefined) console.error(noElectron);
    return await startBrowserHost(options);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

/**
 * The binary that is there, else the one that can be fetched. Nothing is fetched that could not open a window, nor where somebody
 * names a folder of their own for it.
 */
async function electronBinary({ host }: StartOptions): Promise<string | undefined> {
  const modules = join(root, 'node_modules');
  const found = findElectron(modules);
  const isNamed = Boolean(process.env.ELECTRON_OVERRIDE_DIST_PATH);
  if (found !== undefined || isNamed || (host === undefined && !hasDisplay())) return found;
  return (await fetchElectron(modules)) ? findElectron(modules) : undefined;
}

function startElectron(electron: string, { dataFolder, book, safeMode, notesFolder }: StartOptions): Promise<number> {
  const args = [
    root,
    ...(dataFolder === undefined ? [] : ['--data', dataFolder]),
    ...(book === undefined ? [] : ['--book', book]),
    ...(safeMode ? ['--safe-mode'] : []),
    ...(notesFolder === undefined ? [] : ['--notes-folder', notesFolder]),
  ];
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.error('You are root: Electron runs without its sandbox. Better start Recto as an ordinary user.');
    args.unshift('--no-sandbox');
  }
  return runChild(electron, args, root);
}

function startBrowserHost({
  dataFolder,
  book,
  port,
  opensWindow,
  safeMode,
  notesFolder,
}: StartOptions): Promise<number> {
  return runChild(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(root, 'electron', 'cli', 'recto.ts'),
      'serve',
      ...(dataFolder === undefined ? [] : ['--data', dataFolder]),
      ...(book === undefined ? [] : ['--book', book]),
      ...(port === undefined ? [] : ['--port', port]),
      ...(opensWindow ? [] : ['--no-open']),
      ...(safeMode ? ['--safe-mode'] : []),
      ...(notesFolder === undefined ? [] : ['--notes-folder', notesFolder]),
    ],
    root,
  );
}

/** Without one Electron cannot start; the browser host prints its address instead. */
function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}
