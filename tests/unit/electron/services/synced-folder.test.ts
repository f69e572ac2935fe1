import { describe, expect, it } from 'vitest';
import { syncedBy, type SyncSigns } from '../../../../electron/services/synced-folder.ts';

const signs = (rest: Partial<SyncSigns> = {}): SyncSigns => ({
  platform: 'linux',
  env: {},
  exists: () => false,
  fileSystem: () => 0xef53,
  ...rest,
});

describe('a folder that is synchronised', () => {
  it.each([
    ['/home/a/Dropbox/recto', 'linux', 'Dropbox'],
    ['/home/a/Dropbox (Firma)/recto', 'linux', 'Dropbox'],
    ['/home/a/Nextcloud/notes/recto', 'linux', 'Nextcloud'],
    ['/home/a/Nextcloud2', 'linux', 'Nextcloud'],
    ['/Users/a/Library/Mobile Documents/com~apple~CloudDocs/Recto', 'darwin', 'iCloud Drive'],
    ['/Users/a/Library/CloudStorage/OneDrive-Personal/Recto', 'darwin', 'OneDrive'],
    ['/Users/a/Library/CloudStorage/Dropbox/Recto', 'darwin', 'Dropbox'],
    ['/home/a/我的坚果云/recto', 'linux', 'Nutstore'],
  ] as const)('is known by its name: %s', (folder, platform, service) => {
    expect(syncedBy(folder, signs({ platform }))).toBe(service);
  });

  it('is known on Windows by names, by what the system says, and as a share', () => {
    const windows = (env: NodeJS.ProcessEnv = {}) => signs({ platform: 'win32', env });
    expect(syncedBy('C:\\Users\\a\\OneDrive - Company\\Recto', windows())).toBe('OneDrive');
    expect(syncedBy('\\\\server\\share\\Recto', windows())).toBe('network');
    expect(syncedBy('\\\\?\\C:\\Users\\a\\Recto', windows())).toBeUndefined();
    expect(syncedBy('C:\\Users\\a\\AppData\\Roaming\\Recto', windows())).toBeUndefined();
  });

  it('is known by where the system says that OneDrive is', () => {
    const env = { OneDriveCommercial: '/data/cloud' };
    expect(syncedBy('/data/cloud/recto', signs({ env }))).toBe('OneDrive');
    expect(syncedBy('/data/cloudless/recto', signs({ env }))).toBeUndefined();
  });

  it('is known by the files that a service leaves in the folders above', () => {
    const exists = (path: string) => path === '/srv/shared/.stfolder';
    expect(syncedBy('/srv/shared/a/recto', signs({ exists }))).toBe('Syncthing');
    expect(syncedBy('/srv/other/recto', signs({ exists }))).toBeUndefined();
  });

  it('is told from one on the drive of another machine', () => {
    expect(syncedBy('/mnt/home/recto', signs({ fileSystem: () => 0x6969 }))).toBe('network');
    // As a signed number, which some systems give.
    expect(syncedBy('/mnt/home/recto', signs({ fileSystem: () => 0xff534d42 | 0 }))).toBe('network');
  });
});

it.each(['/home/a/.local/share/recto', '/home/box/recto', '/home/a/dropboxes/recto', '/home/a/sync/recto', '/'])(
  'a folder like any other is none: %s',
  (folder) => {
    expect(syncedBy(folder, signs())).toBeUndefined();
  },
);
