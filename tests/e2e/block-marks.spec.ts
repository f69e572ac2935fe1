import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { hostCall } from './host-call.ts';
import { article, atRest, openChapter } from './person.ts';

const chapterId = 'intel-sgx';

/** The colour of one pixel of the window as it is seen: red, green, blue. */
async function colorAt(page: Page, x: number, y: number): Promise<string> {
  const picture = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, 1, 1).data.slice(0, 3).join(' ');
  }, picture.toString('base64'));
}

function highlight(page: Page, blockId: string, color: 'green' | 'blue'): Promise<unknown> {
  const spot = { target: 'block', chapterId, lang: 'zh', blockId } as const;
  return hostCall(page, 'marks:save', {
    bookId: 'cncc',
    changes: [{ do: 'add', id: crypto.randomUUID(), kind: 'highlight', spot, content: { color } }],
  });
}

const looks = [
  { name: 'a light theme', width: 1280, media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'a dark theme', width: 1280, media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'a narrow window', width: 360, media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'forced colours', width: 1280, media: { colorScheme: 'light', forcedColors: 'active' } },
] as const;

for (const kind of ['figure', 'table', 'code'] as const) {
  test(`shows the mark on a ${kind} over all of it, and takes it away with an undo`, async ({ page }) => {
    await openChapter(page, 'Intel SGX');
    const block = article(page).locator(`[data-kind="${kind}"]`).first();
    const blockId = (await block.getAttribute('data-block'))!;
    const seen = async (): Promise<string[]> => {
      const colors: string[] = [];
      for (const { width, media } of looks) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia(media);
        await block.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
        await atRest(page);
        const box = (await block.boundingBox())!;
        colors.push(await colorAt(page, Math.round(box.x) - 5, 400));
      }
      return colors;
    };
    const before = await seen();
    const html = await block.evaluate((element) => element.innerHTML);
    await highlight(page, blockId, 'blue');
    await expect(block).toHaveAttribute('data-mark-color', 'blue');
    const marked = await seen();
    for (const [at, { name }] of looks.entries()) expect(marked[at], name).not.toBe(before[at]);
    // The book's own DOM stays as it is.
    expect(await block.evaluate((element) => element.innerHTML)).toBe(html);
    await page.keyboard.press('Control+z');
    await expect(block).not.toHaveAttribute('data-mark-color');
    expect(await seen()).toEqual(before);
  });
}

test('lays the mark over the drawing, which still opens in its viewer; the caption opens the note', async ({
  page,
}) => {
  await openChapter(page, 'Intel SGX');
  const block = article(page).locator('[data-kind="figure"]').first();
  const drawing = block.locator('.drawing');
  await block.scrollIntoViewIfNeeded();
  await atRest(page);
  // In its padding, where nothing is drawn.
  const inside = async (): Promise<string> => {
    await atRest(page);
    const box = (await drawing.boundingBox())!;
    return colorAt(page, Math.round(box.x) + 8, Math.round(Math.max(box.y, 80)) + 8);
  };
  const before = await inside();
  await highlight(page, (await block.getAttribute('data-block'))!, 'green');
  await expect(block).toHaveAttribute('data-mark-color', 'green');
  expect(await inside()).not.toBe(before);
  await drawing.click({ position: { x: 8, y: 8 } });
  const viewer = page.getByRole('dialog');
  await expect(viewer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await expect(page.getByRole('region', { name: '笔记' })).toHaveCount(0);
  await block.locator('figcaption').click();
  await expect(page.getByRole('region', { name: '笔记' })).toBeVisible();
});
