/** Print and PDF: the dialog, and the document that comes of it. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { flattenChapters } from '../../core/book/contents.ts';
import type { BookManifest, Chapter } from '../../core/book/model.ts';
import { repository } from '../helpers/electron-binary.ts';
import { compileOtherBook } from '../helpers/other-book.ts';
import { outlineTitles, readPdf, squeezed, type PdfFacts } from '../helpers/read-pdf.ts';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, openChapter } from './person.ts';

const bundle = join(repository, 'dist', 'books', 'cncc');
const read = (path: string): unknown => JSON.parse(readFileSync(join(bundle, path), 'utf8'));
const chapterOf = (id: string, lang: string): Chapter => read(`chapters/${lang}/${id}.json`) as Chapter;

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: /^(打印与导出|Print and export)$/ });

async function openDialog(page: Page): Promise<void> {
  await page.keyboard.press('Control+p');
  await expect(dialog(page)).toBeVisible();
}

/** Orders the print, as a person does, and takes what the browser would print as a PDF. */
async function print(page: Page): Promise<PdfFacts> {
  await order(page);
  await expect(dialog(page)).toHaveCount(0);
  return readPdf(await page.pdf({ outline: true, tagged: true, preferCSSPageSize: true }));
}

/** Orders the print; what would be printed stands on the page until it has been. */
async function order(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => (document.documentElement.dataset.printed = 'yes');
  });
  await dialog(page)
    .getByRole('button', { name: /^(打印|Print)…$/ })
    .click();
  await page.locator('html[data-printed]').waitFor({ state: 'attached', timeout: 120_000 });
}

test('the dialog is opened by key and palette, is all keys, and remembers what was chosen', async ({
  page,
  reader,
}) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('打印');
  await expect(page.getByRole('option', { selected: true })).toContainText('导出PDF');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  await openDialog(page);
  // By the close button to the first group, and through it by arrows.
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByRole('button', { name: '关闭' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByRole('radio', { name: '本章' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(dialog(page).getByRole('radio', { name: '选择章节' })).toBeChecked();
  await expect(dialog(page).getByText('请至少选择一章。')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: '打印…' })).toHaveCount(0);
  await dialog(page).getByRole('checkbox', { name: '机密计算平台' }).press('Space');
  await expect(dialog(page).getByText(/^已选5章，共40章$/)).toBeVisible();
  await dialog(page).getByRole('checkbox', { name: 'AMD SEV' }).press('Space');
  await expect(dialog(page).getByRole('checkbox', { name: '机密计算平台' })).toHaveJSProperty('indeterminate', true);
  await dialog(page).getByRole('radio', { name: '双语并排' }).check({ force: true });
  await dialog(page).getByRole('button', { name: '小一号' }).click();
  await expect(dialog(page).getByText('请至少选择一章。')).toHaveCount(0);
  await expect(dialog(page).getByText('10磅')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');

  const again = await reader.restart();
  await openDialog(again);
  await expect(dialog(again).getByRole('radio', { name: '选择章节' })).toBeChecked();
  await expect(dialog(again).getByRole('radio', { name: '双语并排' })).toBeChecked();
  await expect(dialog(again).getByText(/^已选4章，共40章$/)).toBeVisible();
  await expect(dialog(again).getByText('10磅')).toBeVisible();
  expect(reader.errors).toEqual([]);
});

test.describe('the document', () => {
  test.slow();
  test.beforeEach(({ host }) => {
    test.skip(host === 'electron', 'tests/electron/paper.spec.ts has the PDF of the Electron host');
  });

  test('a chapter: every word and every line of code, its headings as contents, A4', async ({ page, reader }) => {
    await openChapter(page, 'TDX机密容器');
    await openDialog(page);
    const pdf = await print(page);
    const chapter = chapterOf('tdx-containers', 'zh');
    expect(pdf.title).toBe('TDX机密容器 – 云原生机密计算最佳实践');
    expect(pdf.isTagged).toBe(true);
    expect(pdf.size.map(Math.round)).toEqual([595, 842]);
    expect(outlineTitles(pdf.outline)).toEqual(chapter.sections.map(({ title }) => squeezed(title)));

    const text = textOf(pdf);
    const blocks = chapter.sections.flatMap((section) => section.blocks);
    const lines = blocks.filter(({ kind }) => kind === 'code').flatMap((block) => block.text.split('\n'));
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => !text.includes(squeezed(line)))).toEqual([]);
    const cells = blocks.filter(({ kind }) => kind === 'table').flatMap((block) => block.text.split(/[\t\n]/));
    expect(cells.filter((cell) => !text.includes(squeezed(cell)))).toEqual([]);
    // Addresses stand behind the words of a link, which tear the sentence; the beginnings of paragraphs are whole.
    const paragraphs = blocks
      .filter(({ kind }) => kind === 'paragraph')
      .map((block) => squeezed(block.text).slice(0, 12));
    expect(paragraphs.filter((start) => !text.includes(start))).toEqual([]);
    expect(text).toContain(squeezed('机密容器社区（https://github.com/confidential-containers）'));
    expect(pdf.deadLinks).toBe(0);
    expect(new Set(pdf.outsideLinks)).toContain('https://github.com/confidential-containers');
    // Taken away again, as soon as it has been printed.
    await expect(page.locator('.paper')).toHaveCount(0);
    await expect(page).toHaveTitle(/Intel TDX|TDX机密容器/);
    expect(reader.errors).toEqual([]);
    expect(reader.outside).toEqual([]);
  });

  test('chosen chapters: title page, contents, links between them, and parts above chapters', async ({ page }) => {
    await openDialog(page);
    await dialog(page).getByRole('radio', { name: '选择章节' }).check({ force: true });
    await dialog(page).getByRole('checkbox', { name: '机密计算平台' }).check();
    await dialog(page).getByRole('radio', { name: 'Letter' }).check({ force: true });
    const pdf = await print(page);
    expect(pdf.size.map(Math.round)).toEqual([612, 792]);
    expect(pdf.title).toBe('云原生机密计算最佳实践');
    expect(pdf.pages[0]).toContain(squeezed('全书40章中的5章'));
    expect(pdf.pages[0]).toContain(squeezed('许可证 Apache-2.0'));
    const ids = ['hygon-csv', 'intel-sgx', 'intel-tdx', 'amd-sev', 'arm-cca'];
    const chapters = ids.map((id) => chapterOf(id, 'zh'));
    const [contents, part, ...rest] = pdf.outline;
    expect(contents?.title).toBe('目录');
    expect(part?.title).toBe('机密计算平台');
    expect(rest).toEqual([]);
    expect(part?.items.map(({ title }) => squeezed(title))).toEqual(chapters.map(({ title }) => squeezed(title)));
    expect(outlineTitles(part?.items ?? [])).toEqual(
      chapters.flatMap(({ sections }) => sections.map(({ title }) => squeezed(title))),
    );
    const listed = pdf.pages.slice(1, 3).join('');
    for (const { title } of chapters) expect(listed).toContain(squeezed(entryTitle(title, chapters, ids)));
    // Of the contents alone: five chapters with their sections.
    expect(pdf.insideLinks).toBeGreaterThan(40);
    expect(pdf.deadLinks).toBe(0);
    // The running title is that of the chapter on the page.
    expect(pdf.pages.at(-1)).toContain(squeezed(chapters.at(-1)?.title ?? ''));
  });

  test('both languages beside each other, each whole', async ({ page }) => {
    await openChapter(page, 'Arm CCA');
    await openDialog(page);
    await dialog(page).getByRole('radio', { name: '双语并排' }).check({ force: true });
    const text = textOf(await print(page));
    for (const lang of ['zh', 'en']) {
      const blocks = chapterOf('arm-cca', lang).sections.flatMap((section) => section.blocks);
      // The address of a link outside stands between the words.
      const plain = blocks.filter(({ kind, html }) => kind !== 'figure' && !html.includes('data-external'));
      const words = plain.map((block) => squeezed(block.text).slice(0, 10));
      expect(words.filter((start) => !text.includes(start))).toEqual([]);
    }
  });

  test('beside each other: words in tables stay whole, and no call-out stands under its name alone', async ({
    page,
  }) => {
    await openChapter(page, '可信执行环境对照');
    await openDialog(page);
    await dialog(page).getByRole('radio', { name: '双语并排' }).check({ force: true });
    await order(page);
    // The sheet as it is laid out: 210 mm less the margins.
    await page.setViewportSize({ width: Math.floor(((210 - 34) / 25.4) * 96), height: 900 });
    await page.emulateMedia({ media: 'print' });
    const found = await page.evaluate(() => {
      const broken: string[] = [];
      let tables = 0;
      const range = document.createRange();
      for (const table of document.querySelectorAll('.paper table')) {
        tables += 1;
        const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const node = texts.currentNode as Text;
          for (const { 0: word, index } of node.data.matchAll(/[A-Za-z]{4,}/g)) {
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            if (new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1) broken.push(word);
          }
        }
      }
      const out = Array.from(document.querySelectorAll('.paper table')).filter(
        (table) => table.getBoundingClientRect().right > innerWidth + 1,
      ).length;
      return { broken, out, tables };
    });
    expect(found).toMatchObject({ broken: [], out: 0 });
    expect(found.tables).toBeGreaterThan(8);
    await expect(page.locator('.paper-pair[data-kind="callout"]').first()).toHaveCSS('break-inside', 'avoid');
  });

  test('what was highlighted and noted: in the text by number, and behind the chapter', async ({ page }) => {
    await openChapter(page, 'Intel SGX');
    await article(page).locator('[data-kind="paragraph"]').first().click();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    const body = page.getByRole('textbox', { name: '笔记（Markdown）' });
    await body.fill('先看**内存加密**，再看证明。');
    await page.getByRole('button', { name: '完成' }).click();
    await expect(body).toHaveCount(0);
    await openDialog(page);
    const withNotes = textOf(await print(page));
    expect(withNotes).toContain('我的笔记');
    expect(withNotes).toContain(squeezed('先看内存加密，再看证明。'));
    expect(withNotes).toContain('[1]');

    await page.evaluate(() => delete document.documentElement.dataset.printed);
    await openDialog(page);
    await dialog(page).getByRole('radio', { name: '只要正文' }).check({ force: true });
    const without = textOf(await print(page));
    expect(without).not.toContain('我的笔记');
    expect(without).not.toContain('[1]');
  });

  test('a PDF is what the browser’s own print window makes; how is said before', async ({ page }) => {
    await page.evaluate(() => {
      window.print = () => (document.documentElement.dataset.printed = 'yes');
    });
    await openDialog(page);
    await dialog(page).getByRole('button', { name: '存为PDF…' }).click();
    await expect(dialog(page).getByText(/“另存为PDF”/)).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: '打开打印窗口' }).click();
    await page.locator('html[data-printed]').waitFor({ state: 'attached', timeout: 120_000 });
    await expect(page.locator('.paper h1')).not.toHaveCount(0);
  });

  test('an EPUB of the whole book is saved by the browser', async ({ page, reader }) => {
    await openDialog(page);
    const download = page.waitForEvent('download', { timeout: 120_000 });
    await dialog(page).getByRole('button', { name: '导出EPUB…' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('云原生机密计算最佳实践.epub');
    const bytes = readFileSync(await saved.path());
    expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
    await expect(dialog(page)).toHaveCount(0);
    expect(reader.errors).toEqual([]);
  });

  test('it can be stopped', async ({ page }) => {
    await openDialog(page);
    await dialog(page).getByRole('radio', { name: '全书' }).check({ force: true });
    await page.evaluate(() => {
      window.print = () => (document.documentElement.dataset.printed = 'yes');
    });
    await dialog(page).getByRole('button', { name: '打印…' }).click();
    await dialog(page).getByRole('button', { name: '停止' }).click();
    await expect(dialog(page).getByRole('button', { name: '打印…' })).toBeVisible();
    await expect(page.locator('.paper')).toHaveCount(0);
  });
});

test.describe('a book that is not ours', () => {
  test.slow();
  const other = test.extend({
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    bookFolder: async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'recto-other-book-'));
      await use(await compileOtherBook(folder));
      await rm(folder, { recursive: true, force: true });
    },
  });

  other('on paper: its pictures, its footnotes, and links between its chapters', async ({ page, host }) => {
    other.skip(host === 'electron', 'the Electron host opens the edition alone');
    await openDialog(page);
    await dialog(page)
      .getByRole('radio', { name: /^(全书|Whole book)$/ })
      .check({ force: true });
    await order(page);
    const pictures = page.locator('.paper img');
    expect(await pictures.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))).toEqual([
      1, 1,
    ]);
    const pdf = await readPdf(await page.pdf({ outline: true, tagged: true, preferCSSPageSize: true }));
    const text = textOf(pdf);
    for (const sentence of ['See the specification & its errata', '<![CDATA[ quote & hash ]]>', 'MRCONFIGID'])
      expect(text).toContain(squeezed(sentence));
    // Two footnotes, two references between chapters, the contents.
    expect(pdf.insideLinks).toBeGreaterThanOrEqual(6);
    expect(pdf.deadLinks).toBe(0);
  });
});

function textOf({ pages }: PdfFacts): string {
  return pages.join('');
}

/** The contents have the short titles of the book's tree. */
function entryTitle(title: string, chapters: readonly Chapter[], ids: readonly string[]): string {
  const id = ids[chapters.findIndex((chapter) => chapter.title === title)];
  const entry = flattenChapters((read('book.json') as BookManifest).contents).find((one) => one.id === id);
  return entry?.title.zh ?? title;
}
