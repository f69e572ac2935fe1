import { expect, test } from './fixtures.ts';
import { article, contents } from './person.ts';

test('is walked, folded and opened by keyboard alone', async ({ page }) => {
  const part = contents(page).getByRole('button', { name: '机密计算平台' });
  const chapter = contents(page).getByRole('link', { name: 'Intel SGX', exact: true });
  await part.focus();
  await expect(part).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(part).toHaveAttribute('aria-expanded', 'false');
  await expect(chapter).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(chapter).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(chapter).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chapter).toHaveAttribute('aria-current', 'page');
  await expect(article(page).getByRole('heading', { level: 1 })).toContainText('SGX');
});

test('is skipped by the first Tab stop', async ({ page }) => {
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('is put away and stays away after a restart', async ({ page, reader }) => {
  await page.getByRole('button', { name: '显示或收起目录' }).click();
  await expect(contents(page)).toHaveCount(0);
  const again = await reader.restart();
  await expect(article(again)).toBeVisible();
  await expect(contents(again)).toHaveCount(0);
  await again.keyboard.press('Control+Shift+O');
  await expect(contents(again)).toBeVisible();
});

test('is a drawer in a narrow window, and gives the focus back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(contents(page)).toHaveCount(0);
  const button = page.getByRole('button', { name: '显示或收起目录' });
  await button.click();
  const drawer = page.getByRole('dialog', { name: '目录' });
  await expect(drawer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(button).toBeFocused();
  await button.click();
  await drawer.getByRole('link', { name: 'Intel TDX', exact: true }).click();
  await expect(drawer).toHaveCount(0);
  await expect(article(page).getByRole('heading', { level: 1 })).toContainText('TDX');
});
