import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { article, openChapter } from './person.ts';

function card(page: Page): Locator {
  return page.getByRole('tooltip');
}

function linkToIntroduction(page: Page): Locator {
  return article(page).locator('a[href="#/introduction"]').first();
}

test('a link inside the book shows under the pointer where it leads', async ({ page }) => {
  await openChapter(page, 'AMD SEV');
  await linkToIntroduction(page).hover();
  await expect(card(page)).toContainText('机密计算：给使用中的数据加上保护');
  await expect(card(page)).toContainText('本章说明机密计算要解决什么问题');
  await expect(card(page)).toBeInViewport({ ratio: 1 });
  await card(page).hover();
  await expect(card(page)).toBeVisible();
  await page.mouse.move(5, 400);
  await expect(card(page)).toHaveCount(0);
});

test('the keyboard’s focus shows it as well, Escape closes it', async ({ page }) => {
  await openChapter(page, 'AMD SEV');
  await linkToIntroduction(page).scrollIntoViewIfNeeded();
  await page.keyboard.press('Tab');
  await expect(linkToIntroduction(page)).toBeFocused();
  await expect(card(page)).toContainText('机密计算');
  await expect(linkToIntroduction(page)).toHaveAttribute(
    'aria-describedby',
    (await card(page).getAttribute('id')) ?? '',
  );
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
});

test('following the link closes the card', async ({ page }) => {
  await openChapter(page, 'AMD SEV');
  await linkToIntroduction(page).hover();
  await expect(card(page)).toBeVisible();
  await linkToIntroduction(page).click();
  await expect(card(page)).toHaveCount(0);
  await expect(article(page).locator('h1')).toContainText('机密计算');
});
