/** Code: copying, wrapping, and values to fill in. */
import type { Locator, Page } from 'playwright/test';
import { findings } from './axe.ts';
import { blockBook } from './block-book.ts';
import { expect, test } from './fixtures.ts';
import { article } from './person.ts';

const book = blockBook();
test.use({ bookFolder: book.folder });
test.beforeAll(() => book.compile());
test.afterAll(() => book.remove());

const figure = (page: Page, index: number): Locator => article(page).locator('figure.code').nth(index);
const copyButton = (page: Page, index: number): Locator =>
  page.getByRole('button', { name: '复制', exact: true }).nth(index);
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const announced = (page: Page): Locator => page.getByRole('status').last();

async function copy(page: Page, index: number): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await figure(page, index).hover();
  await copyButton(page, index).click();
  await expect.poll(() => clipboard(page)).not.toBe('before');
  return clipboard(page);
}

test('the source is copied byte for byte, and what was copied is said', async ({ page, reader }) => {
  expect(await copy(page, 4)).toBe('host: <HOST_IP>');
  await expect(announced(page)).toHaveText('已复制：host: <HOST_IP>');
  expect(reader.errors).toEqual([]);
});

test('commands are copied without prompts and output, output on its own as it is', async ({ page }) => {
  expect(await copy(page, 1)).toBe('dmesg | grep sgx\nssh <HOST_IP>');
  await expect(announced(page)).toHaveText('已复制2条命令，不含提示符和输出');
  expect(await copy(page, 2)).toBe('[    0.683591] sgx: EPC section 0x4000c00000-0x407f7fffff');
  await expect(announced(page)).toHaveText('已复制1行输出');
});

test('the buttons are reached with the Tab key, and seen when they are', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const button = copyButton(page, 1);
  await button.focus();
  await expect(page.locator('.code-tools').nth(1)).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toContain('dmesg');
});

test('is called what it is, and is a stop of the Tab key where it scrolls', async ({ page }) => {
  await expect(figure(page, 0)).toHaveAccessibleName('代码，bash，1行');
  await expect(figure(page, 2)).toHaveAccessibleName('输出，1行');
  const code = (index: number): Locator => figure(page, index).locator('pre');
  await expect(code(2)).not.toHaveAttribute('tabindex');
  await expect(code(0)).toHaveAttribute('tabindex', '0');
  await code(0).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => code(0).evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
});

test('the text of a block stays the book’s alone', async ({ page }) => {
  await copy(page, 1);
  const text = await article(page)
    .locator('[data-block="code.3"]')
    .evaluate((block) => block.textContent);
  expect(text).toBe('$ dmesg | grep sgx\n[    0.683591] sgx: EPC section\n# ssh <HOST_IP>');
});

test('long lines are wrapped in one block, or in all with a key, and it is remembered', async ({ page, reader }) => {
  const overflow = (at: Page) =>
    figure(at, 0)
      .locator('pre')
      .evaluate((pre) => pre.scrollWidth - pre.clientWidth);
  expect(await overflow(page)).toBeGreaterThan(0);
  const before = (await figure(page, 0).boundingBox())!.height;
  await figure(page, 0).hover();
  const button = page.getByRole('button', { name: '长行折行' });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  expect(await overflow(page)).toBe(0);
  expect((await figure(page, 0).boundingBox())!.height).toBeGreaterThan(before + 10);
  await button.click();
  expect(await overflow(page)).toBeGreaterThan(0);

  await page.keyboard.press('Alt+z');
  await expect.poll(() => overflow(page)).toBe(0);
  await expect(announced(page)).toHaveText('长行已折行');
  const again = await reader.restart();
  await expect.poll(() => overflow(again)).toBe(0);
});

test('axe finds nothing in code with values to fill in, nor in the form, light or dark', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await figure(page, 0).hover();
    expect(await findings(page)).toEqual([]);
    await figure(page, 0).getByText('<PORT>').click();
    await expect(page.getByRole('textbox', { name: 'PORT' })).toBeFocused();
    await page.keyboard.type('8443');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await findings(page)).toEqual([]);
  }
});

test('a value is filled in once and holds in all code, copied code and after a restart', async ({ page, reader }) => {
  const first = figure(page, 0).getByRole('button', { name: 'HOST_IP，待填写' });
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'HOST_IP' })).toBeFocused();
  await page.keyboard.type('10.0.0.7');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(announced(page)).toHaveText('HOST_IP已填为10.0.0.7');
  await expect(figure(page, 0).getByRole('button', { name: 'HOST_IP：10.0.0.7' })).toBeFocused();
  await expect(article(page).getByRole('button', { name: 'HOST_IP：10.0.0.7' })).toHaveCount(4);
  const shown = () =>
    figure(page, 3)
      .locator('.tok-placeholder')
      .evaluate((element) => getComputedStyle(element, '::before').content);
  expect(await shown()).toBe('"10.0.0.7"');
  expect(await copy(page, 1)).toBe('dmesg | grep sgx\nssh 10.0.0.7');

  // By hand, too: what is selected is what is on the screen.
  await figure(page, 4)
    .locator('code')
    .evaluate((element) => getSelection()?.selectAllChildren(element));
  await page.keyboard.press('ControlOrMeta+c');
  await expect.poll(() => clipboard(page)).toBe('host: 10.0.0.7');

  const again = await reader.restart();
  await figure(again, 3).getByRole('button', { name: 'HOST_IP：10.0.0.7' }).click();
  await again.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
  await expect(article(again).getByRole('button', { name: 'HOST_IP，待填写' })).toHaveCount(4);
  await expect(figure(again, 3).locator('code')).toHaveText('ping <HOST_IP>');
});
