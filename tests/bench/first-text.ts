/**
 * Time from the start of a navigation to the frame that shows the first heading, in the same Chromium and from the same
 * server for the reader and for a blank page (one heading, nothing else).
 */
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext } from 'playwright/test';
import { dist } from '../../build/bundle/paths.ts';
import { testChromium } from '../../build/setup/chromium.ts';
import { startBrowserHost } from '../helpers/browser-host.ts';
import { median } from './median.ts';

export interface FirstText {
  readonly blankMs: number;
  readonly firstStartMs: number;
  readonly cachedMs: number;
  /** Scripts fetched before the first heading was on screen, each compressed with gzip. */
  readonly scriptBytes: number;
}

export async function firstText(runs: number): Promise<FirstText> {
  const folder = await mkdtemp(join(tmpdir(), 'recto-bench-'));
  const pageFolder = join(folder, 'page');
  await cp(join(dist, 'renderer'), pageFolder, { recursive: true });
  await writeFile(join(pageFolder, 'blank.html'), '<!doctype html><title>blank</title><main><h1>blank</h1></main>');
  const executablePath = testChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    return await measure(browser, folder, pageFolder, runs);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(browser: Browser, folder: string, pageFolder: string, runs: number): Promise<FirstText> {
  const times = { blank: [] as number[], first: [] as number[], cached: [] as number[] };
  let scriptBytes = 0;
  for (let run = 0; run < runs; run += 1) {
    const host = await startBrowserHost({ dataFolder: join(folder, `data-${run}`), pageFolder });
    const context = await browser.newContext({ locale: 'zh-CN' });
    await context.addInitScript(recordHeading);
    const scripts: string[] = [];
    context.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(new URL(response.url()).pathname);
    });
    times.blank.push(await timeOf(context, new URL('/blank.html', host.address).href));
    times.first.push(await timeOf(context, host.address, () => (scriptBytes ||= gzipped(pageFolder, scripts))));
    times.cached.push(await reloadedTime(context));
    await context.close();
    await host.stop();
  }
  return {
    blankMs: median(times.blank),
    firstStartMs: median(times.first),
    cachedMs: median(times.cached),
    scriptBytes,
  };
}

async function timeOf(
  context: BrowserContext,
  address: string,
  then: () => unknown = () => undefined,
): Promise<number> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  const time = await shownAt(page);
  then();
  return time;
}

/** A reload keeps the session; files with a hash in their name come from the cache. */
async function reloadedTime(context: BrowserContext): Promise<number> {
  const page = context.pages()[0];
  if (page === undefined) throw new Error('There is no page to reload.');
  await page.reload();
  return shownAt(page);
}

async function shownAt(page: Awaited<ReturnType<BrowserContext['newPage']>>): Promise<number> {
  const handle = await page.waitForFunction(() => (window as { headingShownMs?: number }).headingShownMs);
  return (await handle.jsonValue()) ?? Number.NaN;
}

/** Runs in the page before its scripts: notes when the frame with the first heading has been drawn. */
function recordHeading(): void {
  const look = (): void => {
    if ((document.querySelector('main h1')?.textContent ?? '') === '') {
      requestAnimationFrame(look);
      return;
    }
    // The frame after the next one starts when the one with the heading is done.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        (window as { headingShownMs?: number }).headingShownMs = performance.now();
      }),
    );
  };
  requestAnimationFrame(look);
}

function gzipped(pageFolder: string, scripts: readonly string[]): number {
  return scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(pageFolder, path))).length, 0);
}
