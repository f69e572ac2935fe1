/** What a reader with thousands of marks waits for, in the page of the browser host. */
import { chromium, type Browser, type Page } from 'playwright/test';
import { testChromium } from '../../build/setup/chromium.ts';
import { startBrowserHost, type RunningHost } from '../helpers/browser-host.ts';

export interface MarksPageTimes {
  /** From the key to the frame that shows the list: pressed when the first text stands there, and once all marks have come. */
  readonly listAtStartMs: number;
  readonly listMs: number;
  /** From the first text to the list with all marks. */
  readonly allMs: number;
  /** From a key in the search field to the frame that shows what was found: the first, and the next ones. */
  readonly searchesMs: readonly number[];
  /** From Ctrl+D to the sign of the bookmark beside the text. */
  readonly savesMs: readonly number[];
  /** From the order to end to the end of the host. */
  readonly quitMs: number;
}

const list = 'dialog[open]';

/** `dataFolder` holds `count` marks. */
export async function measureMarksPage(dataFolder: string, count: number): Promise<MarksPageTimes> {
  return inPage(dataFolder, async (page, host) => {
    await page.locator('main h1').first().waitFor();
    const start = performance.now();
    const listAtStartMs = await untilShown(page, 'm', `${list} li`);
    await page.waitForFunction(
      ([selector, total]) => new RegExp(`^\\D*${total}\\D*$`).test(document.querySelector(selector)?.textContent ?? ''),
      [`${list} [role=status]`, String(count)] as const,
      { timeout: 120_000 },
    );
    const allMs = performance.now() - start;
    await page.keyboard.press('Escape');
    await page.locator(list).waitFor({ state: 'detached' });
    await settled(page);
    const listMs = await untilShown(page, 'm', `${list} li`);
    await page.locator(`${list} input[type=search]`).focus();
    const searchesMs: number[] = [];
    for (const key of ['e', 'n', 'c', 'l', 'a', 'v', 'e']) searchesMs.push(await untilChanged(page, key));
    await page.keyboard.press('Escape');
    if (await page.locator(list).isVisible()) await page.keyboard.press('Escape');
    await page.locator(list).waitFor({ state: 'detached' });
    const savesMs: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      savesMs.push(await untilBookmarked(page));
      await page.keyboard.press('Control+d');
      await page.waitForFunction(() => !document.querySelector('[aria-label^="书签："]'));
    }
    await settled(page);
    const end = performance.now();
    await host.stop();
    return { listAtStartMs, listMs, allMs, searchesMs, savesMs, quitMs: performance.now() - end };
  });
}

/** From the click on a chapter to the frame in which all its `count` highlights are painted. */
export function measureFullChapter(dataFolder: string, chapterId: string, count: number): Promise<number> {
  return inPage(dataFolder, async (page) => {
    await page.locator('main h1').first().waitFor();
    await settled(page);
    const start = performance.now();
    await page.locator(`nav a[href="#/${chapterId}"]`).click();
    await page.waitForFunction(
      (wanted) => {
        let painted = 0;
        for (const highlight of CSS.highlights.values()) painted += highlight.size;
        return painted >= wanted;
      },
      count,
      { timeout: 120_000 },
    );
    return performance.now() - start;
  });
}

async function inPage<T>(dataFolder: string, work: (page: Page, host: RunningHost) => Promise<T>): Promise<T> {
  const executablePath = testChromium();
  let browser: Browser | undefined;
  const host = await startBrowserHost({ dataFolder });
  try {
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
    await page.goto(host.address);
    return await work(page, host);
  } finally {
    await browser?.close();
    await host.stop();
  }
}

/** Presses a key and waits for an element; timed in the page, from the key's own time to the frame after. */
async function untilShown(page: Page, key: string, selector: string): Promise<number> {
  const pending = await page.evaluateHandle(timeFromKey, selector);
  await page.keyboard.press(key);
  return pending.evaluate(({ done }) => done);
}

async function untilChanged(page: Page, key: string): Promise<number> {
  const pending = await page.evaluateHandle(timeOfSearch);
  await page.keyboard.press(key);
  return pending.evaluate(({ done }) => done);
}

async function untilBookmarked(page: Page): Promise<number> {
  const pending = await page.evaluateHandle(timeFromKey, '[aria-label^="书签："]');
  await page.keyboard.press('Control+d');
  return pending.evaluate(({ done }) => done);
}

/** Runs in the page. Wrapped: a bare promise would be waited for at once. */
function timeFromKey(selector: string): { done: Promise<number> } {
  const done = new Promise<number>((resolve) => {
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const look = (): void => {
          if (!document.querySelector(selector)) requestAnimationFrame(look);
          else requestAnimationFrame(() => resolve(performance.now() - timeStamp));
        };
        look();
      },
      { capture: true, once: true },
    );
  });
  return { done };
}

/** Runs in the page: the time from a key in the search field to the second frame after it, when the list has been drawn. */
function timeOfSearch(): { done: Promise<number> } {
  const done = new Promise<number>((resolve) => {
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - timeStamp))),
      { capture: true, once: true },
    );
  });
  return { done };
}

/** What goes on by itself has come to an end. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => setTimeout(resolve, 300));
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }));
  });
}
