import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const builder = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Record<string, unknown>;
const program = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  main: string;
  devDependencies: Record<string, string>;
};

describe('the packaging', () => {
  it('takes the Electron that the package pins', () => {
    expect(builder.electronVersion).toBe(program.devDependencies.electron);
  });

  it('blows the fuses that the security checklist names', () => {
    expect(builder.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(builder.asar).toBe(true);
  });

  it('takes what the host looks for beside itself, and no sources or dependencies', () => {
    expect(program.main).toBe('dist/electron/main.js');
    expect(builder.files).toEqual([
      'dist/electron/**',
      'dist/renderer/**',
      'dist/books/cncc/**',
      'dist/books/manual/**',
      'package.json',
      '!node_modules/**',
      '!**/*.map',
    ]);
  });

  it('opens annotation files everywhere, and zips only where they are not taken from other programs', () => {
    expect(builder.fileAssociations).toMatchObject([{ ext: 'annotation', role: 'Editor' }]);
    expect(builder.protocols).toMatchObject([{ schemes: ['recto'] }]);
    expect(builder.linux).toMatchObject({ mimeTypes: ['application/zip'] });
    expect(builder.mac).toMatchObject({ fileAssociations: [{ ext: 'zip', rank: 'Alternate' }] });
    expect(builder.win).not.toHaveProperty('fileAssociations');
  });

  it('publishes nowhere and looks for no updates', () => {
    expect(builder.publish).toBeNull();
  });
});
