/** What a book does not have in both languages: blocks, chapters, and files that are damaged. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright/test';
import type { BookManifest, Chapter } from '../../core/book/model.ts';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, openChapter } from './person.ts';

const names = { gaps: '有缺', alone: '独篇', damaged: '破损' } as const;

const manifest: BookManifest = {
  format: 1,
  id: 'gaps',
  edition: '1',
  title: { zh: '缺页之书', en: 'A Book with Gaps' },
  languages: ['zh', 'en'],
  contents: Object.entries(names).map(([id, title]) => ({
    kind: 'chapter',
    id,
    title: { zh: title, en: id },
    languages: id === 'alone' ? ['zh'] : ['zh', 'en'],
    headings: {},
    children: [],
  })),
};

/** A chapter with a title and paragraphs, by their numbers. */
function chapter(id: string, lang: string, paragraphs: Readonly<Record<number, string>>): Chapter {
  const title = lang === 'zh' ? names[id as keyof typeof names] : id;
  const blocks = Object.entries(paragraphs).map(([n, text]) => ({
    id: `${id}.${n}`,
    kind: 'paragraph' as const,
    html: `<p>${text}</p>`,
    text,
  }));
  const heading = { id: `${id}.0`, kind: 'heading' as const, html: `<h1>${title}</h1>`, text: title };
  return { id, lang, title, sections: [{ id, depth: 1, title, blocks: [heading, ...blocks] }] };
}

const files: Readonly<Record<string, unknown>> = {
  'book.json': manifest,
  'chapters/zh/gaps.json': chapter('gaps', 'zh', { 1: '第一段', 2: '只有中文的一段', 4: '第四段' }),
  'chapters/en/gaps.json': chapter('gaps', 'en', { 1: 'First', 3: 'In English alone', 4: 'Fourth' }),
  'chapters/zh/alone.json': chapter('alone', 'zh', { 1: '没有译文' }),
  'chapters/zh/damaged.json': chapter('damaged', 'zh', { 1: '译文破损' }),
  'chapters/en/damaged.json': chapter('damaged', 'en', { 1: 'Whole' }),
};

const folder = mkdtempSync(join(tmpdir(), 'recto-gaps-'));
const damaged = join(folder, 'chapters/en/damaged.json');
const whole = JSON.stringify(files['chapters/en/damaged.json']);
const hashes: Record<string, string> = {};
for (const [path, content] of Object.entries(files)) {
  const text = JSON.stringify(content);
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  hashes[path] = createHash('sha256').update(text).digest('hex');
}
writeFileSync(join(folder, 'integrity.json'), JSON.stringify({ format: 1, files: hashes }));

test.use({ bookFolder: folder });
test.beforeEach(() => writeFileSync(damaged, whole.replace('Whole', 'Broken')));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The words of the page in their order, as a screen reader comes to them. */
const words = (page: Page): Promise<string[]> =>
  article(page)
    .locator('[data-side]')
    .evaluateAll((all) => all.map((one) => one.textContent));

test('a block that one language lacks stands in the other, with a badge in its place', async ({ page }) => {
  await openChapter(page, names.gaps);
  await page.keyboard.press('Alt+b');
  await expect(article(page)).toHaveAttribute('data-layout', 'side');
  await expect
    .poll(() => words(page))
    .toEqual([
      ...['有缺', 'gaps', '第一段', 'First', '此处没有中文版本', 'In English alone'],
      ...['只有中文的一段', '此处没有英语版本', '第四段', 'Fourth'],
    ]);
  const boxes = await article(page)
    .locator('[data-side]')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  const [left, right] = boxes;
  expect(boxes).toEqual([left, right, left, right, left, right, left, right, left, right]);
  expect(await findings(page)).toEqual([]);

  await page.keyboard.press('Alt+l');
  await expect
    .poll(() => words(page))
    .toEqual([
      ...['gaps', '有缺', 'First', '第一段', '此处没有英语版本', '只有中文的一段'],
      ...['In English alone', '此处没有中文版本', 'Fourth', '第四段'],
    ]);
  await page.keyboard.press('Alt+b');
  await expect(article(page)).toHaveAttribute('data-layout', 'stacked');
  expect(await findings(page)).toEqual([]);
});

test('a chapter in one language shows it, and says that there is no other', async ({ page }) => {
  await openChapter(page, names.alone);
  await page.keyboard.press('Alt+b');
  await expect(page.getByText('本章只有中文版本。')).toBeVisible();
  await expect(article(page)).toContainText('没有译文');
  await expect(article(page)).toHaveAttribute('data-layout', 'off');
  await openChapter(page, names.gaps);
  await expect(article(page)).toHaveAttribute('data-layout', 'side');
});

test('a translation that cannot be read costs nothing but itself, and comes when it is there again', async ({
  page,
}) => {
  await page.keyboard.press('Alt+b');
  await openChapter(page, names.damaged);
  await expect(article(page)).toContainText('译文破损');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('英语版本读不出来。');
  await expect(alert).toContainText('damaged.json');
  expect(await findings(page)).toEqual([]);

  writeFileSync(damaged, whole);
  await alert.getByRole('button', { name: '再试一次' }).click();
  await expect(alert).toHaveCount(0);
  await expect(article(page)).toContainText('Whole');
  await expect(article(page)).toHaveAttribute('data-layout', 'side');
});
