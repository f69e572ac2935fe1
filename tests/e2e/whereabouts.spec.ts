import { expect, test } from './fixtures.ts';
import { contents, openChapter, readOn } from './person.ts';

test('the bar names part, chapter and headings, and leads back to each of them', async ({ page }) => {
  await openChapter(page, '海光CSV');
  const where = page.getByRole('navigation', { name: '当前位置' });
  await expect(where.getByRole('listitem')).toHaveText(['机密计算平台', '海光CSV']);
  await contents(page).getByRole('link', { name: '远程证明', exact: true }).click();
  await expect(where.getByRole('listitem')).toHaveText(['机密计算平台', '海光CSV', '它怎样工作', '远程证明']);
  await expect(where.getByRole('link', { name: '远程证明' })).toHaveAttribute('aria-current', 'location');
  await where.getByRole('link', { name: '它怎样工作' }).click();
  await expect(where.getByRole('listitem').last()).toHaveText('它怎样工作');
  await expect(page.getByRole('article').locator('[data-block]:focus')).toContainText('它怎样工作');
});

test('the bar shows how far one is, and reaches the end with the text', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  const progress = page.getByRole('progressbar', { name: '阅读进度' });
  await expect(progress).toHaveAttribute('aria-valuenow', '0');
  await expect(progress).toHaveAttribute(
    'aria-valuetext',
    /^本章0%，还需约\d+分钟，全书\d+章中的第\d+章，全书已读\d+%$/,
  );
  await readOn(page, 3000);
  await expect.poll(async () => Number(await progress.getAttribute('aria-valuenow'))).toBeGreaterThan(10);
  await page.keyboard.press('End');
  await expect(progress).toHaveAttribute('aria-valuenow', '100');
  await expect(progress).not.toHaveAttribute('aria-valuetext', /分钟/);
});

test('the contents say how much of the book has been read, and what is left of it', async ({ page, reader }) => {
  const share = page.getByText(/^全书已读\d+%$/);
  await expect(share).toHaveText('全书已读0%');
  await expect(page.getByText(/^还需约\d+小时$/)).toBeVisible();
  // Being far in the book is not having read it.
  await openChapter(page, 'Occlum');
  await expect(share).toHaveText('全书已读0%');
  const row = contents(page).getByRole('link', { name: 'Occlum', exact: true });
  await row.click({ button: 'right' });
  await reader.menus.choose('标为已读');
  await expect(share).not.toHaveText('全书已读0%');
});

test('the bar holds everything at any width', async ({ page }) => {
  await openChapter(page, '海光CSV');
  await contents(page).getByRole('link', { name: '远程证明', exact: true }).click();
  for (const width of [360, 600, 800, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(() => {
      const bar = document.querySelector('header')!;
      const boxes = Array.from(bar.children, (child) => child.getBoundingClientRect()).filter((box) => box.width > 0);
      return boxes.some(
        (box, index) => box.right > innerWidth + 0.5 || (boxes[index + 1]?.left ?? Infinity) < box.right - 0.5,
      );
    });
    expect(overflow, `${width} px`).toBe(false);
  }
});
