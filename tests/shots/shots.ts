/**
 * `npm run shots`: pictures of every view in every theme, language and width, from the built reader, and one contact sheet to look at.
 *
 *   npm run shots                            all, into test-results/shots
 *   npm run shots -- --only 'side-zh.*1280'  those with a name of this pattern
 *   npm run shots -- --readme                the pictures of the README, into docs/images
 */
import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright/test';
import { isDarkTheme } from '../../core/contract/theme.ts';
import { ensureBuilt } from '../../build/bundle/bundle.ts';
import { dist, root } from '../../build/bundle/paths.ts';
import { ensureChromium, testChromium } from '../../build/setup/chromium.ts';
import { startBrowserHost } from '../helpers/browser-host.ts';
import { contactSheet } from './contact-sheet.ts';
import { everyShot, readmeShots, type Look, type Shot, type View } from './views.ts';

const { values } = parseArgs({
  options: { readme: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
ensureChromium();
await ensureBuilt(console.error);
const target = values.readme ? join(root, 'docs', 'images') : join(root, 'test-results', 'shots');
// Those that were asked for are added to what is there.
if (values.only === '') await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });

const executablePath = testChromium();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
const pattern = new RegExp(values.only);
const shots = values.readme ? readmeShots : everyShot().filter(({ name }) => pattern.test(name));
for (const group of Map.groupBy(shots, ({ view, language }) => `${view.name} ${language}`).values()) {
  await takeAll(browser, group, target);
}
if (!values.readme) await writeFile(join(target, 'index.html'), contactSheet(shots));
await browser.close();
console.log(`${shots.length} pictures in ${target}`);

/** Pictures of one view in one language, from one reader; it is loaded again for each width. */
async function takeAll(browser: Browser, shots: readonly Shot[], folder: string): Promise<void> {
  const [first] = shots;
  if (first === undefined) return;
  const data = await mkdtemp(join(tmpdir(), 'recto-shot-'));
  const bookFolder = await bookFor(first.view, data);
  const host = await startBrowserHost({
    dataFolder: join(data, 'data'),
    ...(bookFolder === undefined ? {} : { bookFolder }),
  });
  const context = await browser.newContext({
    locale: first.language === 'zh' ? 'zh-CN' : 'en-US',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  let opened = 0;
  for (const shot of shots) {
    // Twice as large is half a window.
    const factor = shot.look === 'zoomed' ? 2 : 1;
    if (opened !== shot.width / factor) {
      await page.mouse.move(0, 0);
      await page.setViewportSize({ width: shot.width / factor, height: Math.round(shot.height / factor) });
      await show(page, 'light');
      await (opened === 0 ? page.goto(host.address) : page.reload());
      await page.locator('main h1').first().waitFor();
      await shot.view.arrange(page);
      opened = shot.width / factor;
    }
    await show(page, shot.look);
    await settled(page);
    await page.screenshot({ path: join(folder, `${shot.name}.png`) });
  }
  await context.close();
  await host.stop();
  await rm(data, { recursive: true, force: true });
}

/** The folder of the book of a view; undefined for the edition. */
async function bookFor({ book }: View, folder: string): Promise<string | undefined> {
  if (book === undefined) return undefined;
  const path = join(folder, 'book');
  if (book === 'none') return path;
  await cp(join(dist, 'books', 'cncc'), path, { recursive: true });
  for (const lang of ['zh', 'en']) await appendFile(join(path, 'chapters', lang, 'intel-tdx.json'), ' ');
  return path;
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
