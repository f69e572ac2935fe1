/** From a key in the field of the search panel to the frame that shows what it finds, in Chromium. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright/test';
import { testChromium } from '../../build/setup/chromium.ts';
import { startBrowserHost } from '../helpers/browser-host.ts';

/** Typed letter by letter; the first letters are those with the longest lists. */
const typed = ['attestation', '机密计算', 'the enclave', 'LD_LIB', '远程证明 sgx', 'what is a quote?', '-', '1'];

export interface Keystrokes {
  readonly timesMs: readonly number[];
  /** From opening the panel to the first results: the worker starts and fetches the index. */
  readonly firstMs: number;
}

/** @param bookFolder a bundle; undefined for the edition */
export async function measureKeystrokes(bookFolder: string | undefined): Promise<Keystrokes> {
  const folder = await mkdtemp(join(tmpdir(), 'recto-bench-'));
  const executablePath = testChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const host = await startBrowserHost({
    dataFolder: join(folder, 'data'),
    ...(bookFolder === undefined ? {} : { bookFolder }),
  });
  try {
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
    await page.goto(host.address);
    await page.locator('main h1').first().waitFor();
    await page.evaluate(recordKeystrokes);
    await page.keyboard.press('Control+Shift+F');
    await page.getByRole('combobox').waitFor();
    const [firstMs = Number.NaN] = await typeIn(page, '证');
    const timesMs: number[] = [];
    for (const text of typed) {
      await page.getByRole('combobox').fill('');
      timesMs.push(...(await typeIn(page, text)));
    }
    return { timesMs, firstMs };
  } finally {
    await browser.close();
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function typeIn(page: Page, text: string): Promise<number[]> {
  await page.evaluate(() => {
    (window as unknown as { keyTimes: number[] }).keyTimes = [];
  });
  for (const [at, character] of Array.from(text).entries()) {
    await page.keyboard.insertText(character);
    await page.waitForFunction((count) => (window as unknown as { keyTimes: number[] }).keyTimes.length > count, at);
  }
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
}

/** Runs in the page: notes for each input how long it was until the frame with its results. */
function recordKeystrokes(): void {
  addEventListener(
    'input',
    ({ timeStamp }) => {
      const look = (): void => {
        if (document.querySelector('dialog [role="listbox"]')?.getAttribute('aria-busy') !== 'false') {
          requestAnimationFrame(look);
          return;
        }
        (window as unknown as { keyTimes: number[] }).keyTimes.push(performance.now() - timeStamp);
      };
      requestAnimationFrame(look);
    },
    true,
  );
}
