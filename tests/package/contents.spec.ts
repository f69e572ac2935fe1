import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'playwright/test';
import { repository } from '../helpers/electron-binary.ts';
import { packed } from './packages.ts';

/** All files below a folder of the repository, as paths of the archive. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

const expected = [
  ...['dist/electron', 'dist/renderer', 'dist/books/cncc', 'dist/books/manual'].flatMap(filesBelow),
  'package.json',
]
  .filter((path) => !path.endsWith('.map'))
  .sort();

for (const { name, resources, fused } of packed) {
  test.describe(name, () => {
    const asar = join(resources, 'app.asar');

    test('the archive holds exactly what runs', () => {
      const files = listPackage(asar, { isPack: false })
        .map((path) => path.split(sep).join('/').replace(/^\//, ''))
        .filter((path) => !('files' in statFile(asar, path)));
      expect(files.sort()).toEqual(expected);
    });

    test('each file is the one that was built', () => {
      for (const path of expected.filter((file) => file !== 'package.json')) {
        expect(extractFile(asar, path).equals(readFileSync(join(repository, path))), path).toBe(true);
      }
      const manifest = JSON.parse(extractFile(asar, 'package.json').toString()) as Record<string, unknown>;
      expect(manifest).toMatchObject({ name: 'recto', main: 'dist/electron/main.js', type: 'module' });
      // What only building needs is not told to anybody.
      expect(manifest).not.toHaveProperty('devDependencies');
      expect(manifest).not.toHaveProperty('scripts');
    });

    test('nothing lies beside the archive that Recto brought along', () => {
      const beside = readdirSync(resources).filter((file) => !/\.lproj$|\.icns$/.test(file));
      expect(beside).toEqual(['app.asar']);
      // A third of it is the compiler for other books, most of that the grammars of its code.
      expect(statSync(asar).size).toBeLessThan(48 * 1024 * 1024);
    });

    test('the fuses are blown', async () => {
      const wire = await getCurrentFuseWire(fused);
      const on = '1'.charCodeAt(0);
      const isOn = (fuse: FuseV1Options) => Number(wire[fuse]) === on;
      expect(wire.version).toBe(FuseVersion.V1);
      expect({
        runAsNode: isOn(FuseV1Options.RunAsNode),
        cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
        nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
        inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
        asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
        onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
        fileProtocol: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
      }).toEqual({
        runAsNode: false,
        cookieEncryption: true,
        nodeOptions: false,
        inspect: false,
        asarIntegrity: true,
        onlyAsar: true,
        fileProtocol: false,
      });
    });
  });
}

test('macOS and Windows check the archive against the hash that is built in', () => {
  const mac = packed[2];
  if (mac === undefined) throw new Error('There is no package for macOS.');
  const plist = readFileSync(join(dirname(mac.resources), 'Info.plist'), 'utf8');
  expect(plist).toContain('ElectronAsarIntegrity');
  expect(plist).toMatch(/<string>[0-9a-f]{64}<\/string>/);
});

test('only the languages of the interface come along', () => {
  const locales = readdirSync(join(dirname(packed[0]?.resources ?? ''), 'locales'));
  expect(locales).toEqual(['en-US.pak']);
});

function statFile(asar: string, path: string): object {
  let node = getRawHeader(asar).header as { files?: Record<string, object> };
  for (const part of path.split('/')) node = node.files?.[part] ?? {};
  return node;
}
