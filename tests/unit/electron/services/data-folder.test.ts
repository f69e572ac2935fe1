import { describe, expect, it } from 'vitest';
import { defaultDataFolder } from '../../../../electron/services/data-folder.ts';

describe('the default data folder', () => {
  it.each([
    ['linux', {}, '/home/a/.local/share/recto'],
    ['linux', { XDG_DATA_HOME: '/data/a' }, '/data/a/recto'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/a/.local/share/recto'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/a/.local/share/recto'],
    ['darwin', {}, '/home/a/Library/Application Support/Recto'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Recto'],
  ] as const)('on %s with %j is %s', (platform, env, folder) => {
    expect(defaultDataFolder(platform, env, '/home/a')).toBe(folder);
  });
});
