import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../../electron/main/menu-template.ts';
import type { UiLanguage } from '../../../../core/contract/ui-language.ts';
import { textsFor } from '../../../../electron/main/texts.ts';

type Item = ReturnType<typeof menuTemplate>[number];

const commands = [
  'about.show',
  'bilingual.next',
  'block.menu',
  'block.next',
  'block.previous',
  'chapter.next',
  'chapter.previous',
  'code.wrap',
  'contents.toggle',
  'find.next',
  'find.open',
  'find.previous',
  'help.manual',
  'history.back',
  'history.forward',
  'language.toggle',
  'mark.bookmark',
  'mark.highlight',
  'mark.next',
  'mark.note',
  'mark.previous',
  'marks.folder',
  'marks.redo',
  'marks.show',
  'marks.undo',
  'palette.open',
  'print',
  'search.open',
  'section.read',
  'settings.show',
  'shelf.show',
  'shortcuts.show',
  'terms.show',
  'text.alone',
  'text.larger',
  'text.smaller',
  'theme.toggle',
  'window.fullScreen',
  'window.new',
  'zoom.in',
  'zoom.out',
  'zoom.reset',
];

/** What a text field does with these keys; pressing them must never reach the menu. */
const editingKeys: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    'left',
    'right',
    'up',
    'down',
    'backspace',
    'a',
    'b',
    'c',
    'i',
    'u',
    'v',
    'x',
    'z',
    'shift+z',
    'shift+v',
  ].map((key) => `cmd+${key}`),
  win32: ['left', 'right', 'home', 'end', 'backspace', 'delete', 'a', 'b', 'c', 'i', 'u', 'v', 'x', 'y', 'z'].map(
    (key) => `ctrl+${key}`,
  ),
};

const platforms = ['darwin', 'win32', 'linux'] as const;
const variants = platforms.flatMap((platform) =>
  (['zh', 'en'] as const).map((language) => [platform, language] as const),
);

function makeMenu(platform: NodeJS.Platform, language: UiLanguage, isDevelopment = false) {
  const chosen: string[] = [];
  const menu = menuTemplate({
    texts: textsFor(language, platform),
    platform,
    isDevelopment,
    keys: {},
    recentBooks: [],
    openBook: () => undefined,
    choose: (id) => chosen.push(id),
    view: (id) => chosen.push(id),
  });
  return { menu, chosen, items: menu.flatMap(children) };
}

function children(item: Item): Item[] {
  return Array.isArray(item.submenu) ? item.submenu : [];
}

function accelerators(items: readonly Item[], platform: string): string[] {
  const control = platform === 'darwin' ? 'cmd' : 'ctrl';
  return items.flatMap(({ accelerator }) =>
    accelerator === undefined ? [] : [accelerator.toLowerCase().replace('cmdorctrl', control)],
  );
}

describe.each(variants)('the menu on %s in %s', (platform, language) => {
  it('has an item for each command, and it chooses that command', () => {
    const { items, chosen } = makeMenu(platform, language);
    // What is a role is done by the system.
    const own = items.filter((item) => item.id !== undefined && item.role === undefined);
    for (const item of own) item.click?.(undefined as never, undefined, undefined as never);
    const byRole = items.flatMap(({ id, role }) => (id !== undefined && role !== undefined ? [id] : []));
    expect([...chosen, ...byRole].toSorted()).toEqual(commands);
    expect(chosen).toEqual(own.map((item) => item.id));
  });

  it('has a name for everything a reader sees', () => {
    const { menu, items } = makeMenu(platform, language, true);
    for (const item of [...menu, ...items]) {
      if (item.type !== 'separator' && item.visible !== false) expect(item.label, JSON.stringify(item)).toMatch(/\S/);
    }
  });

  it('gives a key to one item only, and none that edits text or types a character', () => {
    const { items } = makeMenu(platform, language, true);
    const keys = accelerators(items, platform);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) {
      expect(editingKeys[platform] ?? editingKeys.win32).not.toContain(key);
      // Without a modifier, and on macOS with Alt alone, a key types something; function keys never do.
      expect(key).toMatch(platform === 'darwin' ? /cmd\+/ : /(ctrl|alt)\+|^(shift\+)?f\d+$/);
    }
  });

  it('gives each access key once within its menu', () => {
    const { menu } = makeMenu(platform, language);
    for (const list of [menu, ...menu.map(children)]) {
      const keys = list.flatMap((item) => /&(\w)/.exec(item.label ?? '')?.[1]?.toLowerCase() ?? []);
      expect(new Set(keys).size, keys.join()).toBe(keys.length);
    }
  });
});

describe('the menu', () => {
  it('starts with the program on macOS and with File elsewhere, where one can leave', () => {
    expect(makeMenu('darwin', 'en').menu[0]?.label).toBe('Recto');
    for (const platform of ['win32', 'linux'] as const) {
      const [first] = makeMenu(platform, 'en').menu;
      expect(first?.label).toBe('&File');
      expect(children(first ?? {}).map((item) => item.role)).toContain('quit');
    }
  });

  it('has the tools of a developer in development only', () => {
    const roles = (isDevelopment: boolean) => makeMenu('linux', 'en', isDevelopment).items.map((item) => item.role);
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
  });
});

describe('the books that were read last', () => {
  const recent = (books: readonly { id: string; title: string }[]) => {
    const opened: string[] = [];
    const menu = menuTemplate({
      texts: textsFor('en', 'linux'),
      platform: 'linux',
      isDevelopment: false,
      keys: {},
      recentBooks: books,
      openBook: (id) => opened.push(id),
      choose: () => undefined,
      view: () => undefined,
    });
    const item = menu.flatMap(children).find(({ label }) => label === '&Recent Books');
    return { item, opened };
  };

  it('stand in a menu of their own, by titles in which & is no access key, and are opened by it', () => {
    const { item, opened } = recent([
      { id: 'field-guide', title: 'Birds & Beasts' },
      { id: 'cncc', title: '云原生机密计算' },
    ]);
    const books = item ? children(item) : [];
    expect(books.map(({ label }) => label)).toEqual(['Birds && Beasts', '云原生机密计算']);
    (books[0]?.click as () => void)();
    expect(opened).toEqual(['field-guide']);
    expect(item?.enabled).toBe(true);
  });

  it('are no menu that one could open where there are none', () => {
    expect(recent([]).item?.enabled).toBe(false);
  });
});

describe('keys that the reader has changed', () => {
  const acceleratorOf = (id: string, keys: Record<string, string[]>, platform: NodeJS.Platform = 'linux') => {
    const menu = menuTemplate({
      texts: textsFor('en', platform),
      platform,
      isDevelopment: false,
      keys,
      recentBooks: [],
      openBook: () => undefined,
      choose: () => undefined,
      view: () => undefined,
    });
    return menu.flatMap(children).find((item) => item.id === id)?.accelerator;
  };

  it('stand in the menu', () => {
    expect(acceleratorOf('find.open', {})).toBe('CmdOrCtrl+F');
    expect(acceleratorOf('find.open', { 'find.open': ['Mod+Shift+Y'] })).toBe('CmdOrCtrl+Shift+Y');
    expect(acceleratorOf('marks.show', { 'marks.show': ['Alt+ArrowUp'] })).toBe('Alt+Up');
  });

  it('are left out where they would be taken from whoever types', () => {
    expect(acceleratorOf('find.open', { 'find.open': ['F', 'Mod+Z'] })).toBeUndefined();
    expect(acceleratorOf('find.open', { 'find.open': ['F', 'F4'] })).toBe('F4');
    expect(acceleratorOf('find.open', { 'find.open': ['Alt+F'] }, 'darwin')).toBeUndefined();
    expect(acceleratorOf('find.open', { 'find.open': ['Alt+F'] }, 'win32')).toBe('Alt+F');
  });

  it('are gone from the command that had them', () => {
    expect(acceleratorOf('find.open', { 'marks.show': ['Mod+F'] })).toBeUndefined();
    expect(acceleratorOf('find.open', { 'find.open': [] })).toBeUndefined();
    expect(acceleratorOf('text.larger', { 'marks.show': ['Mod+>'] })).toBeUndefined();
  });
});
