/** The corpus on paper, in a PDF and in an EPUB: what leaves the page runs as little as what stands on it. */
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright/test';
import { readPdf } from '../helpers/read-pdf.ts';
import { test } from '../hostile/corpus.ts';
import { expect } from './fixtures.ts';

test.skip(({ host }) => host === 'electron', 'the Electron host opens the edition alone');
test.slow();

const owned = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(window).filter((key) => key.startsWith('owned')));

for (const corpusBook of ['raw', 'compiled'] as const) {
  test.describe(`a ${corpusBook} book`, () => {
    test.use({ corpusBook, systemLanguage: 'en-US' });

    test('runs nothing and loads nothing on paper and in a PDF', async ({ page, reader, corpus }) => {
      const before = corpus.connections();
      const devTools = await page.context().newCDPSession(page);
      await devTools.send('Page.setBypassCSP', { enabled: true });
      await page.reload();
      await page.locator('main h1').first().waitFor();
      await page.evaluate(() => {
        window.print = () => (document.documentElement.dataset.printed = 'yes');
      });
      await page.keyboard.press('Control+p');
      const dialog = page.getByRole('dialog', { name: 'Print and export' });
      await dialog.getByRole('radio', { name: 'Whole book' }).check({ force: true });
      await dialog.getByRole('button', { name: 'Print…' }).click();
      await page.locator('html[data-printed]').waitFor({ state: 'attached', timeout: 120_000 });
      const pdf = await readPdf(await page.pdf({ outline: true, tagged: true, preferCSSPageSize: true }));
      expect(pdf.pages.join('')).toContain('ALIVE');
      expect(pdf.outsideLinks.filter((url) => !/^(?:https?:|mailto:)/.test(url))).toEqual([]);
      expect(await owned(page)).toEqual([]);
      expect(corpus.connections()).toBe(before);
      expect(reader.outside).toEqual([]);
    });

    test('runs nothing and loads nothing in an EPUB', async ({ page, chromium, corpus }) => {
      const before = corpus.connections();
      await page.keyboard.press('Control+p');
      const download = page.waitForEvent('download', { timeout: 120_000 });
      await page.getByRole('dialog').getByRole('button', { name: 'Export as EPUB…' }).click();
      const files = Object.entries(unzipSync(await readFile(await (await download).path())));
      const folder = await mkdtemp(join(tmpdir(), 'recto-hostile-epub-'));
      // As a reading system would that takes no care at all: every document with scripts, in a real browser.
      const context = await (await chromium()).newContext();
      const shown = await context.newPage();
      for (const [name, bytes] of files) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await writeFile(join(folder, name), bytes);
      }
      const documents = files.map(([name]) => name).filter((name) => name.endsWith('.xhtml'));
      expect(documents.some((name) => name.includes('chapter-'))).toBe(true);
      let text = '';
      for (const name of documents) {
        await shown.goto(pathToFileURL(join(folder, name)).href);
        text += await shown.locator('body').innerText();
        await shown.evaluate(() => {
          for (const element of document.querySelectorAll('body *')) {
            for (const type of ['mouseover', 'focus', 'load', 'error', 'toggle'])
              element.dispatchEvent(new Event(type, { bubbles: true }));
          }
        });
        expect(await owned(shown), name).toEqual([]);
        expect(
          await shown.evaluate(() =>
            Array.from(document.querySelectorAll('*')).flatMap((element) =>
              element
                .getAttributeNames()
                .filter((attribute) => /^on|^style$|^src(?:set|doc)?$|^(?:form)?action$|^ping$/.test(attribute))
                // A picture of the EPUB itself.
                .filter((one) => one !== 'src' || !/^images\/[\w.-]+$/.test(element.getAttribute(one) ?? ''))
                .map((attribute) => `${element.localName} ${attribute}=${element.getAttribute(attribute) ?? ''}`),
            ),
          ),
        ).toEqual([]);
      }
      expect(text).toContain('ALIVE');
      await context.close();
      await rm(folder, { recursive: true, force: true });
      expect(corpus.connections()).toBe(before);
    });
  });
}
