import { describe, expect, it } from 'vitest';
import { shortcutOfAccelerator } from '../../../core/keys/accelerator.ts';
import { holderOf } from '../../../core/keys/reserved.ts';
import { isShortcut } from '../../../core/keys/shortcut.ts';
import { menuTemplate } from '../../../electron/main/menu-template.ts';
import { textsFor } from '../../../electron/main/texts.ts';
import { createCommands, type CommandActions } from '../../../renderer/app/commands/commands.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { zh } from '../../../renderer/i18n/zh.ts';

/** Whatever is asked for can be done, and does nothing. */
const actions = new Proxy({} as CommandActions, { get: () => () => true });

function menuCommands(platform: NodeJS.Platform): Map<string, string | undefined> {
  const menu = menuTemplate({
    texts: textsFor('en', platform),
    platform,
    isDevelopment: false,
    keys: {},
    recentBooks: [],
    openBook: () => undefined,
    choose: () => undefined,
    view: () => undefined,
  });
  const items = menu.flatMap((item) => (Array.isArray(item.submenu) ? item.submenu : []));
  return new Map(items.flatMap(({ id, accelerator }) => (id === undefined ? [] : [[id, accelerator ?? undefined]])));
}

describe.each([
  ['darwin', true],
  ['win32', false],
  ['linux', false],
] as const)('the commands on %s', (platform, mac) => {
  const commands = Object.values(createCommands(actions, mac));

  it('all stand in the menu, and nothing else does', () => {
    expect([...menuCommands(platform).keys()].toSorted()).toEqual(commands.map(({ id }) => id).toSorted());
  });

  it('have in the menu one of the keys that they have on the page', () => {
    const menu = menuCommands(platform);
    for (const { id, shortcuts } of commands) {
      const accelerator = menu.get(id);
      if (accelerator !== undefined) expect(shortcuts, id).toContain(shortcutOfAccelerator(accelerator));
    }
  });

  it('have names of their own in both languages', () => {
    for (const { commands: all } of [zh, en]) {
      const names = commands.map(({ labelKey }) => all[labelKey]);
      expect(new Set(names).size).toBe(commands.length);
      for (const name of names) expect(name).toMatch(/\S/);
    }
  });

  it('have keys that the settings can hold', () => {
    for (const { id, shortcuts } of commands) {
      for (const key of shortcuts) expect(isShortcut(key), `${id} ${key}`).toBe(true);
    }
  });

  it('have none that belongs to text or window', () => {
    const keys = commands.filter(({ id }) => id !== 'block.menu').flatMap(({ shortcuts }) => shortcuts);
    expect(keys.filter((key) => holderOf(key, mac, 'electron') !== undefined)).toEqual([]);
  });

  it('share no key', () => {
    const keys = commands.flatMap(({ shortcuts }) => shortcuts);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
