/**
 * `npm run shots`: pictures of every view in every theme, language and width, from the built reader, on contact sheets to
 * look at; and what comes out of the print dialog.
 *
 *   npm run shots                            all, into test-results/shots
 *   npm run shots -- --round                 each view in ten looks: what can be looked at whole
 *   npm run shots -- --only '^marks.*-360$'  those with a name of this pattern, beside what is there
 *   npm run shots -- --missing               those alone that are not there yet: goes on after a stop
 *   npm run shots -- --readme                the pictures of the README, into docs/images
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright/test';
import { isDarkTheme } from '../../core/contract/theme.ts';
import { ensureBuilt } from '../../build/bundle/bundle.ts';
import { root } from '../../build/bundle/paths.ts';
import { ensureChromium, testChromium } from '../../build/setup/chromium.ts';
import { startBrowserHost } from '../helpers/browser-host.ts';
import { bookOf, fillShelf } from './books.ts';
import { contactSheet, drawSheets } from './contact-sheet.ts';
import { everyShot, readmeShots, roundOfShots, type Look, type Shot } from './looks.ts';
import { paperShots, takePaper } from './paper.ts';
import type { View } from './view.ts';

const { values } = parseArgs({
  options: {
    readme: { type: 'boolean', default: false },
    round: { type: 'boolean', default: false },
    missing: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
ensureChromium();
await ensureBuilt(console.error);
const target = values.readme ? join(root, 'docs', 'images') : join(root, 'test-results', 'shots');
if (!values.readme && values.only === '' && !values.missing) await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });

const executablePath = testChromium();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
const pattern = new RegExp(values.only);
const isWanted = ({ name }: { name: string }): boolean => pattern.test(name);
const every = values.round ? roundOfShots() : everyShot();
const chosen = values.readme ? readmeShots : every.filter(isWanted);
const shots = values.missing ? chosen.filter(({ name }) => !existsSync(join(target, `${name}.png`))) : chosen;
const failed: string[] = [];
for (const [name, group] of Map.groupBy(shots, ({ view, language }) => `${view.name} ${language}`)) {
  await trying(name, () => takeAll(browser, group, target));
}
if (!values.readme) {
  for (const shot of paperShots.filter(isWanted)) {
    await trying(shot.name, () =>
      inReader(browser, {}, shot.language, async (page, address) => {
        await page.goto(address);
        await page.locator('main h1').first().waitFor();
        await takePaper(page, shot, target);
      }),
    );
  }
  const taken = chosen
    .filter(({ name }) => existsSync(join(target, `${name}.png`)))
    .map(({ name, view, width }) => ({ name, view: view.name, width }));
  await writeFile(join(target, 'index.html'), contactSheet(taken));
  const sheets = await drawSheets(browser, taken, target);
  console.log(`${taken.length} pictures, ${sheets} sheets in ${target}`);
}
await browser.close();
for (const what of failed) console.error(what);
if (failed.length > 0) process.exitCode = 1;

/** One view that cannot be brought about does not cost the others; what was wrong is said at the end. */
async function trying(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    failed.push(`${name}: ${String(error)}`);
  }
}

/** A reader of its own, on a new data folder; ended and cleared away after. */
async function inReader(
  browser: Browser,
  { book, shelf, safeMode, store, keepsNotes }: Pick<View, 'book' | 'shelf' | 'safeMode' | 'store' | 'keepsNotes'>,
  language: Shot['language'],
  work: (page: Page, address: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'recto-shot-'));
  const dataFolder = join(folder, 'data');
  if (store === 'blocked') await writeFile(dataFolder, 'A file in the place of the folder.');
  if (shelf === 'full') await fillShelf(folder, dataFolder);
  const notesFolder = join(folder, 'My vault');
  if (keepsNotes) await mkdir(notesFolder);
  const host = await startBrowserHost({
    dataFolder,
    ...(book === undefined ? {} : { bookFolder: await bookOf(book, folder) }),
    ...(safeMode === undefined ? {} : { safeMode }),
    args: keepsNotes ? ['--notes-folder', notesFolder] : [],
  });
  const context = await browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    reducedMotion: 'reduce',
  });
  try {
    await work(await context.newPage(), host.address);
  } finally {
    await context.close();
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Pictures of one view in one language, from one reader; it is loaded again for each width. */
async function takeAll(browser: Browser, shots: readonly Shot[], folder: string): Promise<void> {
  const [first] = shots;
  if (first === undefined) return;
  await inReader(browser, first.view, first.language, async (page, address) => {
    let opened = 0;
    for (const shot of shots) {
      // Twice as large is half a window.
      const factor = shot.look === 'zoomed' ? 2 : 1;
      if (opened !== shot.width / factor) {
        await page.mouse.move(0, 0);
        await page.setViewportSize({ width: shot.width / factor, height: Math.round(shot.height / factor) });
        await show(page, 'light');
        await (opened === 0 ? page.goto(address) : page.reload());
        await page.locator('main h1').first().waitFor();
        await shot.view.arrange(page);
        opened = shot.width / factor;
      }
      await show(page, shot.look);
      await settled(page);
      await page.screenshot({ path: join(folder, `${shot.name}.png`) });
    }
  });
}

async function show(page: Page, look: Look): Promise<void> {
  const theme = look === 'forced-colours' || look === 'large' || look === 'zoomed' ? 'light' : look;
  await page.emulateMedia({
    colorScheme: isDarkTheme(theme) ? 'dark' : 'light',
    contrast: theme.startsWith('contrast-') ? 'more' : 'no-preference',
    forcedColors: look === 'forced-colours' ? 'active' : 'none',
  });
  await page.evaluate(
    async ({ theme: shown, scale }) => {
      // After the reader has followed by itself.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const { dataset, style } = document.documentElement;
      // No system asks for sepia; the reader itself follows what is emulated.
      if (dataset.theme !== undefined) dataset.theme = shown;
      style.setProperty('--text-scale', scale);
    },
    { theme, scale: look === 'large' ? '2' : '1' },
  );
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await document.fonts.ready;
  });
}
