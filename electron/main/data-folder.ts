/** Where Recto keeps what the reader writes, decided before Electron uses the default. */
import type { App } from 'electron';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultDataFolder } from '../services/data-folder.ts';

/** The folder that the command line names with `--data DIR` or `--data=DIR`, absolute; undefined where it names none. */
export function namedDataFolder(argv: readonly string[], cwd: string): string | undefined {
  const value = valueOf(argv, 'data');
  return value === undefined ? undefined : resolve(cwd, value);
}

/** What the command line names with `--NAME VALUE` or `--NAME=VALUE`, as it stands there. */
export function valueOf(argv: readonly string[], name: string): string | undefined {
  const [option, begin] = [`--${name}`, `--${name}=`];
  for (const [index, argument] of argv.entries()) {
    const value =
      argument === option ? argv[index + 1] : argument.startsWith(begin) ? argument.slice(begin.length) : '';
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

/**
 * Points Electron at the data folder and returns the folder: the one of `--data`, that of Chromium's own
 * `--user-data-dir`, or the default that the browser host uses, too. Call before ready and before the single-instance
 * lock, which hangs on the folder.
 *
 * Chromium's files go into `chromium/` below it. Where the folder cannot be written to, Chromium gets a temporary one,
 * so that the window opens all the same; the folder that was meant is returned, and the store says what is wrong with it.
 */
export function useDataFolder(app: App): string {
  const switchValue = app.commandLine.getSwitchValue('user-data-dir');
  const folder =
    namedDataFolder(process.argv, process.cwd()) ?? (switchValue === '' ? defaultDataFolder() : resolve(switchValue));
  const writable = isWritable(folder) ? folder : mkdtempSync(join(tmpdir(), 'recto-'));
  const profile = join(writable, 'chromium');
  mkdirSync(profile, { recursive: true });
  app.setPath('userData', writable);
  app.setPath('sessionData', profile);
  return folder;
}

/** Tries it: permission bits tell neither of a read-only file system nor of Windows' access lists. */
function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(mkdtempSync(join(folder, '.recto-')), { recursive: true });
    return true;
  } catch (error) {
    console.error(`recto: the data folder ${folder} cannot be written to:`, error);
    return false;
  }
}
