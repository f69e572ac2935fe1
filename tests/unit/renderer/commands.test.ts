import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../electron/main/menu-template.ts';
import { textsFor } from '../../../electron/main/texts.ts';
import { createCommands, type CommandActions } from '../../../renderer/app/commands/commands.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { zh } from '../../../renderer/i18n/zh.ts';

/** Whatever is asked for can be done, and does nothing. */
const actions = new Proxy({} as CommandActions, { get: () => () => true });

/** An accelerator of the menu in the words of the registry: `Alt+Cmd+Left` is `Mod+Alt+ArrowLeft`. */
function shortcutOf(accelerator: string): string {
  const parts = accelerator.replace(/CmdOrCtrl|Cmd|Ctrl/, 'Mod').split('+');
  const key = parts.pop() ?? '';
  const shiftedSign = parts.includes('Shift') ? { '.': '>', ',': '<' }[key] : undefined;
  const has = (name: string): boolean => parts.includes(name) && !(name === 'Shift' && shiftedSign !== undefined);
  const arrow = /^(Left|Right|Up|Down)$/.test(key) ? `Arrow${key}` : key;
  return [...['Mod', 'Alt', 'Shift'].filter(has), shiftedSign ?? arrow].join('+');
}

function menuCommands(platform: NodeJS.Platform): Map<string, string | undefined> {
  const menu = menuTemplate({
    texts: textsFor('en', platform),
    platform,
    isDevelopment: false,
    choose: () => undefined,
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
      if (accelerator !== undefined) expect(shortcuts, id).toContain(shortcutOf(accelerator));
    }
  });

  it('have names of their own in both languages', () => {
    for (const { commands: all } of [zh, en]) {
      const names = commands.map(({ labelKey }) => all[labelKey]);
      expect(new Set(names).size).toBe(commands.length);
      for (const name of names) expect(name).toMatch(/\S/);
    }
  });

  it('share no key', () => {
    const keys = commands.flatMap(({ shortcuts }) => shortcuts);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
