/** Which Electron the suites run on: the real binary where the package has fetched one, else what ELECTRON_OVERRIDE_DIST_PATH names. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const repository = join(import.meta.dirname, '..', '..');

/** Said once per suite that cannot run. */
export const noElectron =
  'skipped: there is no Electron binary here (npx install-electron fetches it; ELECTRON_OVERRIDE_DIST_PATH names another)';

/** Path of an Electron executable, or undefined. */
export function electronBinary(): string | undefined {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const electronPackage = join(repository, 'node_modules', 'electron');
  const pathFile = join(electronPackage, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : undefined;
  const candidates = [
    ...(override === undefined ? [] : [join(override, name ?? 'electron')]),
    ...(name === undefined ? [] : [join(electronPackage, 'dist', name)]),
  ];
  return candidates.find((path) => existsSync(path));
}
