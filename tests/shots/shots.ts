/**
 * `npm run shots`: pictures of every view in every theme, language and width, from the built reader, and one contact sheet to look at.
 *
 *   npm run shots                     all, into test-results/shots
 *   npm run shots -- --readme         the pictures of the README, into docs/images
 */
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
import { contactSheet } from './contact-sheet.ts';
import { everyShot, readmeShots, type Shot } from './views.ts';

const { values } = parseArgs({ options: { readme: { type: 'boolean', default: false } } });
ensureChromium();
await ensureBuilt(console.error);
const target = values.readme ? join(root, 'docs', 'images') : join(root, 'test-results', 'shots');
await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });

const executablePath = testChromium();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
const shots = values.readme ? readmeShots : everyShot();
for (const shot of shots) await take(browser, shot, target);
if (!values.readme) await writeFile(join(target, 'index.html'), contactSheet(shots));
await browser.close();
console.log(`${shots.length} pictures in ${target}`);

/** One picture of a reader of its own, as it is when nothing moves any more. */
async function take(browser: Browser, shot: Shot, folder: string): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'recto-shot-'));
  const host = await startBrowserHost({ dataFolder: data });
  const context = await browser.newContext({
    locale: shot.language === 'zh' ? 'zh-CN' : 'en-US',
    viewport: { width: shot.width, height: shot.height },
    colorScheme: isDarkTheme(shot.theme) ? 'dark' : 'light',
    contrast: shot.theme.startsWith('contrast-') ? 'more' : 'no-preference',
    deviceScaleFactor: shot.scale ?? 1,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(host.address);
  await page.locator('main h1').first().waitFor();
  // The one that no system asks for.
  if (shot.theme === 'sepia') await page.keyboard.press('Alt+t');
  await shot.view.arrange(page);
  await settled(page);
  await page.screenshot({ path: join(folder, `${shot.name}.png`) });
  await context.close();
  await host.stop();
  await rm(data, { recursive: true, force: true });
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
