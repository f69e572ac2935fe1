import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findElectron } from '../../../../build/start/find-electron.ts';
import { tempFolder } from '../../../integration/tiny-bundle.ts';

let modules: string;

beforeEach(async () => {
  modules = await tempFolder();
  await mkdir(join(modules, 'electron', 'dist'), { recursive: true });
});

describe("Electron's binary", () => {
  it('is not there while the package has downloaded nothing', () => {
    expect(findElectron(modules, {})).toBeUndefined();
  });

  it('is what the package has noted', async () => {
    await writeFile(join(modules, 'electron', 'path.txt'), 'electron-of-mine');
    expect(findElectron(modules, {})).toBeUndefined();
    await writeFile(join(modules, 'electron', 'dist', 'electron-of-mine'), '');
    expect(findElectron(modules, {})).toBe(join(modules, 'electron', 'dist', 'electron-of-mine'));
  });

  it.skipIf(process.platform !== 'linux')(
    'is in the folder that ELECTRON_OVERRIDE_DIST_PATH names, there alone',
    async () => {
      const other = await tempFolder();
      await writeFile(join(modules, 'electron', 'dist', 'electron'), '');
      expect(findElectron(modules, { ELECTRON_OVERRIDE_DIST_PATH: other })).toBeUndefined();
      await writeFile(join(other, 'electron'), '');
      expect(findElectron(modules, { ELECTRON_OVERRIDE_DIST_PATH: other })).toBe(join(other, 'electron'));
    },
  );
});
