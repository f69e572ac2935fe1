/** Figures in the viewer, as files, and in the margins; tables in their boxes. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { findings } from './axe.ts';
import { blockBook } from './block-book.ts';
import { expect, test } from './fixtures.ts';
import { article, atRest, openChapter } from './person.ts';

const book = blockBook();
test.use({ bookFolder: book.folder });
test.beforeAll(() => book.compile());
test.afterAll(() => book.remove());
test.beforeEach(({ page }) => openChapter(page, '图'));

const drawing = (page: Page, index: number): Locator => article(page).locator('figure.figure .drawing').nth(index);
const viewer = (page: Page): Locator => page.getByRole('dialog', { name: /第[一二]图/ });
const shownWidth = (page: Page): Promise<number> =>
  viewer(page)
    .getByRole('img')
    .evaluate((picture) => picture.getBoundingClientRect().width);

test('a click shows a figure as large as the window, with its caption, and Esc brings the text back', async ({
  page,
  reader,
}) => {
  const before = (await drawing(page, 0).getByRole('img').boundingBox())!.width;
  await drawing(page, 0).click();
  await expect(viewer(page)).toBeVisible();
  await expect(viewer(page)).toContainText('第一图');
  expect(await shownWidth(page)).toBeGreaterThan(before * 1.5);
  await page.keyboard.press('Escape');
  await expect(viewer(page)).toHaveCount(0);
  expect(reader.errors).toEqual([]);
});

test('zooms with keys to 800 % and back, and moves with arrow keys', async ({ page }) => {
  const natural = Number(await drawing(page, 1).getByRole('img').getAttribute('width'));
  await page.getByRole('button', { name: '放大查看' }).nth(1).focus();
  await page.keyboard.press('Enter');
  const fit = await shownWidth(page);
  for (let press = 0; press < 15; press += 1) await page.keyboard.press('+');
  expect(await shownWidth(page)).toBeCloseTo(natural * 8, 0);
  await expect(viewer(page).getByText('800%')).toBeVisible();
  const left = () =>
    viewer(page)
      .getByRole('img')
      .evaluate((picture) => picture.getBoundingClientRect().left);
  const before = await left();
  await page.keyboard.press('ArrowRight');
  expect(await left()).toBeCloseTo(before - 80, 0);
  await page.keyboard.press('0');
  expect(await shownWidth(page)).toBeCloseTo(fit, 0);
  await page.keyboard.press('-');
  expect(await shownWidth(page)).toBeLessThanOrEqual(fit);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '放大查看' }).nth(1)).toBeFocused();
});

test('the wheel zooms about the pointer, and dragging moves the figure', async ({ page }) => {
  await drawing(page, 0).click();
  const picture = viewer(page).getByRole('img');
  const box = async () => {
    await atRest(page);
    return (await picture.boundingBox())!;
  };
  const first = await box();
  const point = { x: first.x + first.width / 4, y: first.y + first.height / 2 };
  await page.mouse.move(point.x, point.y);
  await page.mouse.wheel(0, -600);
  await expect.poll(async () => (await box()).width).toBeGreaterThan(first.width * 2);
  const second = await box();
  expect((point.x - second.x) / second.width).toBeCloseTo(0.25, 2);
  await page.mouse.down();
  await page.mouse.move(point.x - 100, point.y);
  await page.mouse.up();
  expect((await box()).x).toBeCloseTo(second.x - 100, 0);
});

test('leads to the next and the previous figure of the chapter and says which it is', async ({ page }) => {
  await drawing(page, 0).click();
  await expect(viewer(page).getByRole('button', { name: '上一张图' })).toBeDisabled();
  await page.keyboard.press(']');
  await expect(viewer(page).getByRole('img')).toHaveAccessibleName('Overview: seven boxes in a row');
  await expect(viewer(page).getByRole('status').last()).toHaveText('第2张图，共2张：第二图');
  await viewer(page).getByRole('button', { name: '上一张图' }).click();
  await expect(viewer(page).getByRole('img')).toHaveAccessibleName('An application and an enclave');
});

test('axe finds nothing in the viewer, light or dark, wide or narrow', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await drawing(page, 0).click();
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await findings(page)).toEqual([]);
    const overflow = await viewer(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

test('is saved as an SVG that stands on its own, in the colours of the theme', async ({ page, host }) => {
  test.skip(host === 'electron', 'There the host asks where; see tests/electron.');
  await drawing(page, 0).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    viewer(page).getByRole('button', { name: '保存为SVG' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('第一图.svg');
  const svg = await readFile(await download.path(), 'utf8');
  expect(svg).not.toMatch(/class=|style=|var\(|data-/);
  expect(svg).toContain('<title>第一图</title>');
  const fill = await drawing(page, 0)
    .locator('.trusted .shape')
    .first()
    .evaluate((shape) => getComputedStyle(shape).fill);
  expect(svg).toContain(`fill="${fill}"`);
});

test('is saved and copied as a PNG that shows it', async ({ page, host }) => {
  test.skip(host === 'electron', 'There the host asks where; see tests/electron.');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await drawing(page, 0).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    viewer(page).getByRole('button', { name: '保存为PNG' }).click(),
  ]);
  const png = await readFile(await download.path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  await viewer(page).getByRole('button', { name: '复制为图片' }).click();
  await expect(viewer(page).getByRole('status').last()).toHaveText('图已复制');
  const colours = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = await createImageBitmap(await item!.getType('image/png'));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const seen = new Set<string>();
    for (let at = 0; at < data.length; at += 4) seen.add(`rgb(${data.subarray(at, at + 3).join(', ')})`);
    return { width: bitmap.width, seen: [...seen] };
  });
  expect(colours.width).toBe(png.readUInt32BE(16));
  // Its ground, its shapes and its words.
  const fills = await viewer(page).evaluate((dialog) =>
    ['.trusted .shape', '.untrusted .shape', '.trusted text'].map(
      (selector) => getComputedStyle(dialog.querySelector(selector)!).fill,
    ),
  );
  expect(colours.seen).toEqual(expect.arrayContaining(fills));
});

test('a wide figure takes the margins of a wide window, and scrolls in its box in a narrow one', async ({ page }) => {
  await page.setViewportSize({ width: 1680, height: 900 });
  const text = (await article(page).locator('h1').boundingBox())!;
  const wide = (await drawing(page, 1).boundingBox())!;
  expect(wide.width).toBeGreaterThan(text.width + 100);
  expect(wide.x + wide.width / 2).toBeCloseTo(text.x + text.width / 2, 0);
  expect((await drawing(page, 0).boundingBox())!.width).toBeCloseTo(text.width, 0);
  await expect(drawing(page, 1)).not.toHaveAttribute('tabindex');
  await page.setViewportSize({ width: 390, height: 800 });
  const scrolls = () => drawing(page, 1).evaluate((box) => box.scrollWidth > box.clientWidth);
  await expect.poll(scrolls).toBe(true);
  // Its end is reached without a mouse, too.
  await expect(drawing(page, 1)).toHaveAttribute('tabindex', '0');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('a long table keeps its head in view, and a shade shows where it goes on', async ({ page }) => {
  const box = page.locator('.table-scroll');
  await box.scrollIntoViewIfNeeded();
  await box.evaluate((element) => element.scrollTo(0, 300));
  const headTop = await box
    .locator('th')
    .first()
    .evaluate((head) => head.getBoundingClientRect().top);
  expect(Math.abs(headTop - (await box.boundingBox())!.y)).toBeLessThanOrEqual(1);

  const atStart = await edgeColour(page, box);
  await box.evaluate((element) => element.scrollTo(element.scrollWidth, 300));
  const atEnd = await edgeColour(page, box);
  const canvas = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(atEnd).toBe(canvas);
  expect(atStart).not.toBe(canvas);
});

test('in a narrow window a wide table keeps the column that says what a row is about', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const box = page.locator('.table-scroll');
  await box.scrollIntoViewIfNeeded();
  const heads = () =>
    box.evaluate((element) =>
      Array.from(
        element.querySelectorAll('thead th'),
        (head) => head.getBoundingClientRect().left - element.getBoundingClientRect().left,
      ),
    );
  const [, secondBefore = 0] = await heads();
  await box.evaluate((element) => element.scrollTo(80, 0));
  const [first, second] = await heads();
  expect(first).toBeCloseTo(0, 0);
  expect(second).toBeCloseTo(secondBefore - 80, 0);
});

test('where colours are forced, a drawing has the two of the system', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const used = await drawing(page, 0).evaluate((element) => {
    const text = document.createElement('p');
    text.style.color = 'CanvasText';
    document.body.append(text);
    const { color } = getComputedStyle(text);
    text.remove();
    const words = Array.from(element.querySelectorAll('text'), (one) => getComputedStyle(one).fill);
    const lines = Array.from(element.querySelectorAll('.shape, .line'), (one) => getComputedStyle(one).stroke);
    return { color, drawn: [...new Set([...words, ...lines])] };
  });
  expect(used.drawn.filter((one) => one !== 'none')).toEqual([used.color]);
});

/** The colour that most pixels beside the right edge have. */
async function edgeColour(page: Page, box: Locator): Promise<string> {
  const { x, y, width, height } = (await box.boundingBox())!;
  const clip = { x: x + width - 3, y: y + 60, width: 1, height: Math.min(height - 100, 400) };
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = `rgb(${data.subarray(at, at + 3).join(', ')})`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].toSorted((a, b) => b[1] - a[1])[0]![0];
  }, png);
}
