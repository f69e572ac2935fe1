import { expect, test } from 'playwright/test';
import { call, useReader } from './launch.ts';
import { makeMiniApp } from './mini-app.ts';

const reader = useReader(makeMiniApp);

const choose = (id: string) =>
  reader().app.evaluate(({ Menu }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
    if (!item) throw new Error(`There is no item ${itemId}.`);
    (item.click as () => void)();
  }, id);

/** Everything that the listener of the page has been called with. */
const received = () => reader().page.evaluate(() => (window as unknown as { received: unknown[][] }).received);

const labels = () =>
  reader().app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map((item) => item.label.replace(/\(&\w\)|&/g, '')),
  );

for (const id of [
  'history.back',
  'history.forward',
  'chapter.previous',
  'chapter.next',
  'contents.toggle',
  'language.toggle',
  'theme.toggle',
  'text.larger',
  'text.smaller',
  'settings.show',
  'code.wrap',
  'shortcuts.show',
  'terms.show',
]) {
  test(`the item for ${id} sends the command, and the page gets nothing but its id`, async () => {
    const before = (await received()).length;
    await choose(id);
    await expect.poll(received).toHaveLength(before + 1);
    expect((await received()).at(-1)).toEqual([{ id }]);
  });
}

test('speaks the language of the interface, and changes with it', async () => {
  const { page } = reader();
  expect((await labels())?.slice(-6)).toEqual(['Edit', 'View', 'Marks', 'Go', 'Window', 'Help']);
  await call(page, 'settings:save', { uiLanguage: 'zh' });
  expect((await labels())?.slice(-6)).toEqual(['编辑', '查看', '标记', '转到', '窗口', '帮助']);
  await choose('chapter.next');
  await expect.poll(async () => (await received()).at(-1)).toEqual([{ id: 'chapter.next' }]);
  await call(page, 'settings:save', { uiLanguage: 'system' });
  expect((await labels())?.slice(-6)).toEqual(['Edit', 'View', 'Marks', 'Go', 'Window', 'Help']);
});

test('a theme that is set reaches the dialogs of the system and the page', async () => {
  const { app, page } = reader();
  const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  for (const [theme, source] of [
    ['dark', 'dark'],
    ['sepia', 'light'],
    ['contrast-dark', 'dark'],
    ['contrast-light', 'light'],
  ] as const) {
    await call(page, 'settings:save', { theme });
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe(source);
    await expect.poll(isDark).toBe(source === 'dark');
  }
  await call(page, 'settings:save', { theme: 'system' });
});

// Last: the page of this file hears nothing after it.
test('a page that stops listening gets no more events', async () => {
  const { page } = reader();
  await page.evaluate(() => (window as unknown as { stopListening: () => void }).stopListening());
  const before = await received();
  await choose('history.back');
  // One round trip later, on the same way, the event would have come.
  await call(page, 'settings:save', {});
  expect(await received()).toEqual(before);
});
