/** Which installed browser can show Recto's window: one of Chromium's family, for `--app` and for current CSS. */
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

export type FoundBrowser =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'none' }
  /** RECTO_BROWSER names something that is not there. */
  | { readonly kind: 'named-missing'; readonly name: string };

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'brave',
];
const macNames = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
const windowsPaths = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

/** The browser that `RECTO_BROWSER` names (a path, or a name on the PATH), else the first that is installed. */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): FoundBrowser {
  const named = env.RECTO_BROWSER ?? '';
  if (named !== '') {
    const path = (isAbsolute(named) ? [named] : onPath([named], env)).find(isProgram);
    return path === undefined ? { kind: 'named-missing', name: named } : { kind: 'found', path };
  }
  const path = candidates(env, platform, home).find(isProgram);
  return path === undefined ? { kind: 'none' } : { kind: 'found', path };
}

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string[] {
  if (platform === 'darwin') {
    return macNames.flatMap((name) =>
      ['/Applications', join(home, 'Applications')].map((folder) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return windowsPaths.flatMap((parts) => roots.map((root) => join(root, ...parts)));
  }
  return [...onPath(linuxNames, env), '/snap/bin/chromium'];
}

function onPath(names: readonly string[], env: NodeJS.ProcessEnv): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(isAbsolute);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there, or not for us.
    return false;
  }
}
