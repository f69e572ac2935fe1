import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The name inside Electron's distribution, as its install script writes it to `path.txt`. */
const executableNames: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/**
 * Path of Electron's executable, found as the `electron` package finds it (its index.js), but without starting a
 * download: in the folder that `ELECTRON_OVERRIDE_DIST_PATH` names, else in the package in `modules`. Undefined where
 * there is none.
 */
export function findElectron(modules: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const electronPackage = join(modules, 'electron');
  const pathFile = join(electronPackage, 'path.txt');
  const name = existsSync(pathFile)
    ? readFileSync(pathFile, 'utf8')
    : (executableNames[process.platform] ?? 'electron');
  const override = env.ELECTRON_OVERRIDE_DIST_PATH ?? '';
  const executable = join(override === '' ? join(electronPackage, 'dist') : override, name);
  return existsSync(executable) ? executable : undefined;
}

/** Why there is no window of Recto's own, and how to get one: two lines. */
export const noElectron = [
  "Electron's binary is not installed: its npm package fetches it from outside the npm registry, which this network does not let through.",
  'To get it from a mirror: ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/ npx install-electron',
].join('\n');
