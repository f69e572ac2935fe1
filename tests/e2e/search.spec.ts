import type { Locator, Page } from 'playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, contents, openChapter } from './person.ts';

function bar(page: Page): Locator {
  return page.getByRole('search', { name: /^(在正文中查找|Find in the text)$/ });
}

function findField(page: Page): Locator {
  return bar(page).getByRole('textbox');
}

function panel(page: Page): Locator {
  return page.getByRole('dialog', { name: '搜索全书' });
}

function panelField(page: Page): Locator {
  return panel(page).getByRole('combobox');
}

/** What is painted as found in the text, and what as the current place. */
function painted(page: Page): Promise<{ all: string[]; current: string[] }> {
  return page.evaluate(() => {
    const textsOf = (name: string): string[] =>
      Array.from(CSS.highlights.get(name) ?? [], (range) => (range as Range).toString());
    return { all: textsOf('search'), current: textsOf('search-current') };
  });
}

test.describe('find in the text', () => {
  test('marks all places, goes on through the book, and back to where the reader was', async ({ page }) => {
    await openChapter(page, 'Arm CCA');
    await page.keyboard.press('Control+F');
    await expect(findField(page)).toBeFocused();
    await findField(page).pressSequentially('远程证明');
    await expect(bar(page)).toContainText(/第\d+处，共\d+处/);
    await expect.poll(async () => (await painted(page)).current).toEqual(['远程证明']);
    const { all } = await painted(page);
    expect(new Set(all)).toEqual(new Set(['远程证明']));

    const here = all.length + 1;
    const before = await page.evaluate(() => window.scrollY);
    for (let step = 0; step < here; step += 1) await page.keyboard.press('Enter');
    // All places of this chapter are behind: the next one is in another, and typing goes on.
    await expect(contents(page).locator('[aria-current="page"]')).not.toHaveText('Arm CCA');
    await expect(findField(page)).toBeFocused();
    await expect.poll(async () => (await painted(page)).current).toEqual(['远程证明']);
    await page.keyboard.press('Shift+F3');
    await expect(contents(page).locator('[aria-current="page"]')).toHaveText('Arm CCA');
    await expect(page.getByRole('status').filter({ hasText: /第\d+处，共\d+处：/ })).toHaveCount(1);

    await page.keyboard.press('Enter');
    await expect(contents(page).locator('[aria-current="page"]')).not.toHaveText('Arm CCA');
    await page.keyboard.press('Escape');
    await expect(bar(page)).toHaveCount(0);
    await expect(contents(page).locator('[aria-current="page"]')).toHaveText('Arm CCA');
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeLessThanOrEqual(before);
    expect(await painted(page)).toEqual({ all: [], current: [] });
  });

  test('goes on by F3 from the text, and says when there is nothing', async ({ page }) => {
    await page.keyboard.press('Control+F');
    await findField(page).fill('qqqzzz');
    await expect(bar(page)).toContainText('没有找到');
    await findField(page).fill('SGX');
    await expect(bar(page)).toContainText(/共\d+处/);
    await page.getByRole('main').focus();
    await page.keyboard.press('F3');
    await expect(bar(page)).toContainText(/第\d+处/);
    await expect.poll(async () => (await painted(page)).current).toEqual(['SGX']);
    await expect(bar(page).locator('xpath=following-sibling::*').locator('i').first()).toBeAttached();
  });

  test('looks for what is selected', async ({ page }) => {
    await page.evaluate(() => {
      const text = document.querySelector('article h1')!.firstChild!;
      getSelection()!.setBaseAndExtent(text, 0, text, 2);
    });
    const selected = await page.evaluate(() => String(getSelection()));
    await page.keyboard.press('Control+F');
    await expect(findField(page)).toHaveValue(selected);
    await expect(bar(page)).toContainText(/共\d+处/);
    expect(await findings(page)).toEqual([]);
  });
});

test.describe('the search panel', () => {
  test('groups by chapter, opens a section, and the bar goes on from there', async ({ page }) => {
    await page.keyboard.press('Control+Shift+F');
    await expect(panelField(page)).toBeFocused();
    await panelField(page).pressSequentially('安装 containerd');
    await expect(panel(page).getByRole('status')).toContainText(/^\d+节/);
    const groups = panel(page).getByRole('group');
    await expect(groups.first()).toHaveAccessibleName(/公共准备|准备/);
    await expect(panel(page).getByRole('option').first()).toContainText('安装containerd');
    expect(await findings(page)).toEqual([]);

    await page.keyboard.press('Enter');
    await expect(panel(page)).toHaveCount(0);
    await expect(article(page).locator('[data-block]:focus')).toContainText(/containerd/);
    await expect(bar(page)).toContainText(/第\d+处，共\d+处/);
    await expect.poll(async () => (await painted(page)).current.join().toLowerCase()).toMatch(/安装|containerd/);

    // The question is still there, and among the earlier ones after a new start.
    await page.keyboard.press('Control+Shift+F');
    await expect(panelField(page)).toHaveValue('安装 containerd');
    await panelField(page).fill('');
    await expect(panel(page).getByRole('option')).toHaveText(['安装 containerd']);
  });

  test('says what the nearest sections lack, and shows parts and scopes', async ({ page }) => {
    await page.keyboard.press('Control+Shift+F');
    await panelField(page).fill('密封 containerd 侧信道');
    await expect(panel(page).getByRole('status')).toContainText('没有一节包含全部词语');
    await expect(panel(page).getByRole('option').first()).toContainText('不含：');
    await panelField(page).fill('csv');
    await panel(page).getByText('代码', { exact: true }).click();
    await expect(panel(page).getByRole('status')).toContainText(/^\d+节/);
    const parts = panel(page).getByRole('list', { name: '书的各部分' });
    await parts.getByRole('button').first().click();
    // The list may still be the one from before the scope: what counts is the part that is pressed in the end.
    const pressed = parts.getByRole('button', { pressed: true });
    const groups = panel(page).getByRole('group');
    await expect
      .poll(async () => {
        if ((await pressed.count()) !== 1) return false;
        const name = ((await pressed.textContent()) ?? '').replace(/\s*\d+$/, '');
        const ofPart = panel(page).getByRole('group', { name: RegExp(name) });
        return (await ofPart.count()) > 0 && (await groups.count()) === (await ofPart.count());
      })
      .toBe(true);
  });

  test('shows what was found in another language where this one has nothing', async ({ page }) => {
    await page.keyboard.press('Control+Shift+F');
    await panelField(page).fill('"granule protection table"');
    await expect(panel(page).getByRole('option').first()).toBeVisible();
    await panelField(page).fill('"delegated and checked granule by granule"');
    await expect(panel(page).getByRole('option').first()).toContainText('granule by granule');
    await page.keyboard.press('Enter');
    await expect(article(page)).toHaveAttribute('lang', 'en');
  });
});

test('what a result leads to is not covered by the bar, in narrow windows either', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 720 });
  await page.keyboard.press('Control+Shift+F');
  await panelField(page).fill('可信执行环境');
  await expect(panel(page).getByRole('listbox')).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toHaveCount(0);
  await expect(bar(page)).toContainText(/第\d+处，共\d+处/);
  await expect
    .poll(() =>
      page.evaluate(() => {
        const [place] = CSS.highlights.get('search-current') ?? [];
        const covered = document.querySelector('search')!.getBoundingClientRect().bottom;
        const { top = 0 } = (place as Range | undefined)?.getBoundingClientRect() ?? {};
        return top >= covered && top < innerHeight;
      }),
    )
    .toBe(true);
});

test('Traditional characters find what is written in Simplified ones, and the answer says so', async ({ page }) => {
  await page.keyboard.press('Control+Shift+F');
  await panelField(page).fill('遠程證明');
  await expect(panel(page).getByRole('status')).toContainText('按简繁对应找到');
  const first = panel(page).getByRole('option').first();
  await expect(first).toContainText('远程证明');
  await expect(first).toContainText('简繁对应');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toHaveCount(0);
  await expect(bar(page)).toContainText(/第\d+处，共\d+处（简繁对应）/);
  await expect.poll(async () => (await painted(page)).current).toEqual(['远程证明']);
  await findField(page).fill('远程证明');
  await expect(bar(page)).toContainText(/共\d+处/);
  await expect(bar(page)).not.toContainText('简繁对应');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: /^转到/ }).fill('機密計算');
  await expect(page.getByRole('option').first()).toContainText('机密计算');
});

test('pinyin finds titles in the palette, and text in the panel under the name it stands for', async ({ page }) => {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: /^转到/ }).fill('jīmì jìsuàn');
  await expect(page.getByRole('option').first()).toContainText('机密计算');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+F');
  await panelField(page).fill('yuancheng zhengming');
  await expect(panel(page).getByRole('option').first()).toContainText('名称：远程证明');
});

test('an input method chooses characters, not results', async ({ page, host }) => {
  test.skip(host === 'electron', 'composition is dictated through Chromium’s own protocol');
  await page.keyboard.press('Control+Shift+F');
  await expect(panelField(page)).toBeFocused();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'sgx', selectionStart: 3, selectionEnd: 3 });
  await expect(panel(page).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(panelField(page)).toBeFocused();
  await session.send('Input.insertText', { text: '飞地' });
  await expect(panelField(page)).toHaveValue('飞地');
  await expect(panel(page).getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toHaveCount(0);
  // There, and at rest.
  await expect(bar(page)).toContainText(/第\d+处/);
  await expect.poll(async () => (await painted(page)).current).toEqual(['飞地']);

  await page.keyboard.press('Control+F');
  await expect(findField(page)).toBeFocused();
  const at = await page.evaluate(() => window.scrollY);
  await session.send('Input.imeSetComposition', { text: 'zm', selectionStart: 2, selectionEnd: 2 });
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText(/没有找到|处/);
  expect(await page.evaluate(() => window.scrollY)).toBe(at);
  await session.send('Input.insertText', { text: '证明' });
  await expect(bar(page)).toContainText(/第\d+处/);
});

test('the palette finds text as well', async ({ page }) => {
  await page.keyboard.press('Control+K');
  const field = page.getByRole('combobox', { name: /^转到/ });
  await field.fill('LD_LIBRARY_PATH');
  const rows = page.getByRole('option');
  await expect(rows.last()).toContainText('正文中的“LD_LIBRARY_PATH”：2节');
  await expect(rows.first()).toContainText('LD_LIBRARY_PATH');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(panelField(page)).toHaveValue('LD_LIBRARY_PATH');
  await expect(panel(page).getByRole('option')).toHaveCount(2);
});
