import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../../electron/browser/find-browser.ts';
import { tempFolder } from '../../../integration/tiny-bundle.ts';

let folder: string;

beforeEach(async () => {
  folder = await tempFolder();
});

async function program(...parts: string[]): Promise<string> {
  const path = join(folder, ...parts);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '#!/bin/sh\n');
  await chmod(path, 0o755);
  return path;
}

describe('the browser for a window', () => {
  it('is the first of the family on the PATH', async () => {
    await program('b', 'brave-browser');
    const chrome = await program('a', 'google-chrome');
    const env = { PATH: `${join(folder, 'b')}:${join(folder, 'a')}` };
    expect(findBrowser(env, 'linux', folder)).toEqual({ kind: 'found', path: chrome });
  });

  it('is the one that RECTO_BROWSER names, by path or by name', async () => {
    await program('chromium');
    const mine = await program('mine');
    expect(findBrowser({ PATH: folder, RECTO_BROWSER: mine }, 'linux', folder)).toEqual({ kind: 'found', path: mine });
    expect(findBrowser({ PATH: folder, RECTO_BROWSER: 'mine' }, 'linux', folder)).toEqual({
      kind: 'found',
      path: mine,
    });
  });

  it('is not guessed where RECTO_BROWSER names one that is not there', async () => {
    await program('chromium');
    expect(findBrowser({ PATH: folder, RECTO_BROWSER: '/no/such' }, 'linux', folder)).toEqual({
      kind: 'named-missing',
      name: '/no/such',
    });
  });

  it('is not a folder, nor a file that cannot be run', async () => {
    await mkdir(join(folder, 'chromium'));
    await writeFile(join(folder, 'google-chrome'), '');
    await chmod(join(folder, 'google-chrome'), 0o644);
    const found = findBrowser({ PATH: folder }, 'linux', folder);
    expect(found.kind === 'found' ? found.path : found.kind).not.toContain(folder);
  });

  it('is found in the applications folder on macOS', async () => {
    const edge = await program('Applications', 'Microsoft Edge.app', 'Contents', 'MacOS', 'Microsoft Edge');
    expect(findBrowser({}, 'darwin', folder)).toEqual({ kind: 'found', path: edge });
  });

  it('is found in the program folders on Windows', async () => {
    const chrome = await program('Google', 'Chrome', 'Application', 'chrome.exe');
    expect(findBrowser({ LOCALAPPDATA: folder }, 'win32', folder)).toEqual({ kind: 'found', path: chrome });
    expect(findBrowser({}, 'win32', folder)).toEqual({ kind: 'none' });
  });
});
