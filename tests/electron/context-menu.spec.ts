/** Context menus that the system draws: what the page asks for by ids, and those of fields. */
import { expect, test } from 'playwright/test';
import { call, useReader } from './launch.ts';
import { makeMiniApp } from './mini-app.ts';

const reader = useReader(makeMiniApp);

interface Shown {
  readonly items: readonly {
    label: string;
    type: string;
    role: string | null;
    accelerator: string | null;
    enabled: boolean;
  }[];
  readonly place: { x?: number; y?: number };
}
interface Seen {
  shown?: Shown;
  choose?: (label: string) => void;
  dismiss?: () => void;
}

/** From now on a menu that comes up is noted, and a person's part can be played. */
const watch = () =>
  reader().app.evaluate(({ Menu }) => {
    const seen = globalThis as Seen;
    delete seen.shown;
    Menu.prototype.popup = function popup(options: { x?: number; y?: number; callback?: () => void } = {}) {
      seen.shown = {
        items: this.items.map(({ label, type, role, accelerator, enabled }) => ({
          ...{ label, type, enabled },
          role: (role as string | null) ?? null,
          accelerator: accelerator ?? null,
        })),
        place: {
          ...(options.x === undefined ? {} : { x: options.x }),
          ...(options.y === undefined ? {} : { y: options.y }),
        },
      };
      seen.choose = (label) => {
        options.callback?.();
        (this.items.find((item) => item.label === label)?.click as () => void)();
      };
      seen.dismiss = () => options.callback?.();
    };
  });
const shown = () => reader().app.evaluate(() => (globalThis as Seen).shown);

const request = {
  items: [
    { id: 'mark.bookmark', group: 1, key: 'Mod+D' },
    { id: 'mark.highlight', group: 1, key: 'H' },
    { id: 'block.copy', group: 2 },
  ],
  at: { x: 40, y: 60 },
};

test('the page asks by ids; words, lines between groups and keys are the host’s, and the choice comes back', async () => {
  const { app, page } = reader();
  await watch();
  const asked = call(page, 'menu:show', request);
  await expect.poll(shown).toMatchObject({
    items: [
      { label: 'Add bookmark', accelerator: 'CmdOrCtrl+D' },
      { label: 'Highlight', accelerator: 'H' },
      { type: 'separator' },
      { label: 'Copy text of this block', accelerator: null },
    ],
    place: { x: 40, y: 60 },
  });
  // Some systems say that the menu has closed first.
  await app.evaluate(() => (globalThis as Seen).choose?.('Highlight'));
  expect(await asked).toEqual({ ok: true, value: { outcome: 'chosen', id: 'mark.highlight' } });

  await watch();
  const again = call(page, 'menu:show', request);
  await expect.poll(shown).toBeDefined();
  await app.evaluate(() => (globalThis as Seen).dismiss?.());
  expect(await again).toEqual({ ok: true, value: { outcome: 'dismissed', id: null } });
});

test('the menu speaks the language of the interface', async () => {
  const { app, page } = reader();
  await call(page, 'settings:save', { uiLanguage: 'zh' });
  await watch();
  const asked = call(page, 'menu:show', request);
  await expect.poll(async () => (await shown())?.items.map(({ label }) => label)).toContain('标注');
  await app.evaluate(() => (globalThis as Seen).dismiss?.());
  await asked;
  await call(page, 'settings:save', { uiLanguage: 'system' });
});

test('a page can put no words of its own into a menu', async () => {
  await watch();
  for (const bad of [
    undefined,
    {},
    { ...request, items: [] },
    { ...request, items: [{ id: 'quit', group: 1 }] },
    { ...request, items: [{ id: 'text.copy', group: 1, label: 'Enter your password' }] },
    { ...request, items: [{ id: 'text.copy', group: 1, key: 'x'.repeat(1_000_000) }] },
    { ...request, items: new Array(31).fill(request.items[0]) },
    { ...request, at: { x: -1, y: Number.NaN } },
  ]) {
    expect(await call(reader().page, 'menu:show', bad)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  }
  expect(await shown()).toBeUndefined();
});

test('fields have cut, copy and paste, as far as they can be done; selected text can be copied', async () => {
  const { app } = reader();
  const rightClick = (params: object) =>
    app.evaluate(({ BrowserWindow }, given) => {
      const flags = {
        canUndo: false,
        canRedo: false,
        canCut: true,
        canCopy: true,
        canPaste: false,
        canSelectAll: true,
      };
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        emit: (...all: unknown[]) => void;
      };
      contents.emit(
        'context-menu',
        {},
        { x: 5, y: 6, selectionText: '', isEditable: false, editFlags: flags, ...given },
      );
    }, params);
  await watch();
  await rightClick({});
  expect(await shown()).toBeUndefined();
  await rightClick({ isEditable: true });
  const { items } = (await shown())!;
  expect(items.map(({ role, enabled }) => [role, enabled])).toEqual([
    ['undo', false],
    ['redo', false],
    [null, true],
    ['cut', true],
    ['copy', true],
    ['paste', false],
    [null, true],
    ['selectall', true],
  ]);
  await watch();
  await rightClick({ selectionText: 'words' });
  expect((await shown())?.items.map(({ role }) => role)).toEqual(['copy']);
});
