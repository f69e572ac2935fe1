/** Electron's binary is not in its npm package: the package fetches it from outside the npm registry, when it is asked to. */
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A download that has not come to an end by then is given up; the browser host opens instead. */
const patienceMs = 5 * 60_000;

/**
 * Lets the package fetch its binary. Resolves whether that worked.
 * A failure is remembered in `modules` until the dependencies are installed anew, so that the next start does not wait for a
 * network that blocks it; `npx install-electron` always tries.
 */
export async function fetchElectron(modules: string): Promise<boolean> {
  const failedBefore = join(modules, '.recto-electron-not-fetched');
  if (existsSync(failedBefore)) return false;
  console.error('Fetching Electron, once …');
  const fetched = await runInstaller(join(modules, 'electron', 'install.js'));
  if (!fetched) writeFileSync(failedBefore, '');
  return fetched;
}

function runInstaller(script: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'ignore', 'ignore'], timeout: patienceMs });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0));
  });
}
