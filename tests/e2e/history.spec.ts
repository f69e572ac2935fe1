import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { article, blockAtLine, contents, openChapter, readOn } from './person.ts';

function wayBack(page: Page) {
  return page.getByRole('button', { name: /^回到刚才的位置/ });
}

async function openedChapter(page: Page, name: string): Promise<void> {
  await expect(contents(page).locator('[aria-current="page"]')).toHaveText(name);
}

test('back and forward lead on after a restart, to the exact places', async ({ page, reader }) => {
  await openChapter(page, 'Intel SGX');
  const left = await readOn(page, 1400);
  await openChapter(page, 'Arm CCA');
  await readOn(page, 600);
  await openChapter(page, 'AMD SEV');
  await readOn(page, 500);
  await page.keyboard.press('Alt+ArrowLeft');
  await openedChapter(page, 'Arm CCA');
  const again = await reader.restart();
  await openedChapter(again, 'Arm CCA');
  const back = again.getByRole('button', { name: '后退' });
  await expect(back).toBeEnabled();
  await expect(again.getByRole('button', { name: '前进' })).toBeEnabled();
  await back.click();
  await openedChapter(again, 'Intel SGX');
  await expect.poll(async () => (await blockAtLine(again)).id).toBe(left.id);
  await again.keyboard.press('Alt+ArrowRight');
  await openedChapter(again, 'Arm CCA');
  await again.keyboard.press('Alt+ArrowRight');
  await openedChapter(again, 'AMD SEV');
});

test('places that were only passed through are not gone back to', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await readOn(page, 900);
  await page.keyboard.press(']');
  await openedChapter(page, 'Intel TDX');
  await page.keyboard.press(']');
  await openedChapter(page, 'AMD SEV');
  await page.keyboard.press(']');
  await openedChapter(page, 'Arm CCA');
  await page.keyboard.press('Alt+ArrowLeft');
  await openedChapter(page, 'Intel SGX');
});

test('offers the way back after a jump, and leads there', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  const left = await readOn(page, 1400);
  await contents(page).getByRole('link', { name: '密封', exact: true }).click();
  await expect(article(page).locator('[data-block]:focus')).toContainText('密封');
  await expect(wayBack(page)).toContainText('Intel SGX › ');
  await wayBack(page).click();
  await expect.poll(async () => (await blockAtLine(page)).id).toBe(left.id);
  await expect(wayBack(page)).toHaveCount(0);
});

test('does not offer it to whoever just reads on', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await readOn(page, 900);
  await page.keyboard.press(']');
  await openedChapter(page, 'Intel TDX');
  await expect(wayBack(page)).toHaveCount(0);
});

test('an address typed within the page leads to its section', async ({ page }) => {
  await page.evaluate(() => {
    location.hash = '#/amd-sev/limits';
  });
  const heading = page.locator('[data-block="limits.0"]');
  await expect(heading).toBeInViewport();
  await page.evaluate(() => {
    location.hash = '#/amd-sev/idea';
  });
  await expect(page.locator('[data-block="idea.0"]')).toBeInViewport();
  await expect(heading).not.toBeInViewport();
});
