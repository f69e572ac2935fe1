/**
 * Reading in the browser host: how long a chapter takes from the key to the frame that shows it, how evenly the longest
 * chapter scrolls, what the page holds when all chapters have been open, and whether anything on it jumps.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright/test';
import { testChromium } from '../../build/setup/chromium.ts';
import { startBrowserHost } from '../helpers/browser-host.ts';
import { median } from './median.ts';

export interface Reading {
  /** From key to frame, when a chapter is opened for the first time, and when it was open before. */
  readonly firstSwitchesMs: readonly number[];
  readonly laterSwitchesMs: readonly number[];
  readonly longestChapter: string;
  /** Time between frames while it scrolls from end to end, a frame at a time. */
  readonly framesMs: readonly number[];
  /** From a scroll to another section to the frame in which the contents show it. */
  readonly followsMs: readonly number[];
  /** What scripts hold after a garbage collection: at the start, and with all chapters seen. */
  readonly heapAtStartBytes: number;
  readonly heapAtEndBytes: number;
  /** Sum of Chromium's layout shift scores over all of it: of what moves unasked, not within half a second of a key. */
  readonly layoutShift: number;
  /** The same while the reader is used: languages, panels, another width, a restart; and what moved in it. */
  readonly layoutShiftInUse: number;
  readonly moved: readonly string[];
}

export async function measureReading(): Promise<Reading> {
  const folder = await mkdtemp(join(tmpdir(), 'recto-bench-'));
  const executablePath = testChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const host = await startBrowserHost({ dataFolder: join(folder, 'data') });
  try {
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
    await page.addInitScript(recordShifts);
    await page.goto(host.address);
    await page.locator('main h1').first().waitFor();
    await settled(page);
    const heapAtStartBytes = await heap(page);
    const { times: firstSwitchesMs, longest } = await goThrough(page, ']');
    const { times: laterSwitchesMs } = await goThrough(page, '[');
    const heapAtEndBytes = await heap(page);
    await page.locator(`nav a[href="#/${longest}"]`).click();
    await page.locator(`article [data-block="${longest}.0"]`).waitFor();
    await settled(page);
    const framesMs = await page.evaluate(scrollThrough);
    const followsMs = await page.evaluate(followSections);
    const { sum: layoutShift } = await page.evaluate(takeShifts);
    const { sum: layoutShiftInUse, moved } = await useIt(page);
    const longestChapter = longest;
    return {
      firstSwitchesMs,
      laterSwitchesMs,
      longestChapter,
      framesMs,
      followsMs,
      heapAtStartBytes,
      heapAtEndBytes,
      layoutShift,
      layoutShiftInUse,
      moved,
    };
  } finally {
    await browser.close();
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Presses a key that leads to the next or previous chapter until there is none. */
async function goThrough(page: Page, key: '[' | ']'): Promise<{ times: number[]; longest: string }> {
  const times: number[] = [];
  let longest = { id: '', height: 0 };
  for (;;) {
    // Input may overtake what the page is asked to do: it has to listen first.
    const pending = await page.evaluateHandle(timeOfSwitch);
    await page.keyboard.press(key);
    const { ms, id, height } = await pending.evaluate(({ done }) => done);
    if (ms === undefined) return { times, longest: longest.id };
    times.push(ms);
    if (height > longest.height) longest = { id, height };
    await settled(page);
  }
}

/** Runs in the page: from the next key to the end of the frame that has another chapter's title. */
function timeOfSwitch(): { done: Promise<{ ms: number | undefined; id: string; height: number }> } {
  const title = (): string => document.querySelector<HTMLElement>('article [data-block]')?.dataset.block ?? '';
  // Wrapped: a bare promise would be waited for at once.
  const done = new Promise<{ ms: number | undefined; id: string; height: number }>((resolve) => {
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const before = title();
        const look = (): void => {
          if (title() === before) {
            if (performance.now() - timeStamp < 3000) requestAnimationFrame(look);
            else resolve({ ms: undefined, id: '', height: 0 });
            return;
          }
          // A message from within a frame comes when the frame has been painted.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            const ms = performance.now() - timeStamp;
            resolve({ ms, id: title().replace(/\.0$/, ''), height: document.documentElement.scrollHeight });
          });
          port1.start();
          port2.postMessage(undefined);
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
  return { done };
}

/** Runs in the page: scrolls a little with every frame, from the top to the end. */
function scrollThrough(): Promise<number[]> {
  const stepPx = 60;
  return new Promise((resolve) => {
    scrollTo(0, 0);
    const frames: number[] = [];
    let before: number | undefined;
    const frame = (now: number): void => {
      if (before !== undefined) frames.push(now - before);
      before = now;
      const at = scrollY;
      scrollBy({ top: stepPx, behavior: 'instant' });
      if (scrollY > at) requestAnimationFrame(frame);
      else resolve(frames);
    };
    requestAnimationFrame(frame);
  });
}

/** Runs in the page: scrolls to each section that the contents name, and waits until the contents show it. */
async function followSections(): Promise<number[]> {
  const current = (): string | null =>
    document.querySelector('nav [aria-current="location"]')?.getAttribute('href') ?? null;
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const times: number[] = [];
  for (const section of document.querySelectorAll<HTMLElement>('main article section[data-section]')) {
    const href = [...document.querySelectorAll('nav a')]
      .map((link) => link.getAttribute('href'))
      .find((address) => address?.endsWith(`/${section.dataset.section ?? ''}`));
    if (href === undefined || href === current()) continue;
    const begin = performance.now();
    section.scrollIntoView({ behavior: 'instant' });
    let now = begin;
    // What stands too near the end cannot be scrolled to the reading line.
    while (current() !== href && now - begin < 500) {
      await frame();
      now = performance.now();
    }
    if (current() === href) times.push(now - begin);
    await frame();
  }
  return times;
}

interface Shifts {
  readonly sum: number;
  /** What moved, and from which height to which. */
  readonly moved: readonly string[];
}

/** Runs in the page, before its scripts. */
function recordShifts(): void {
  const page = window as unknown as { shifts: Shifts };
  page.shifts = { sum: 0, moved: [] };
  interface Entry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
  }
  const nameOf = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    const text = (element?.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 24);
    return `${element?.localName ?? '?'} “${text}”`;
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as Entry[]) {
      if (entry.hadRecentInput) continue;
      const [most] = entry.sources;
      const heights = most ? `from ${Math.round(most.previousRect.y)} to ${Math.round(most.currentRect.y)}` : '';
      const moved = [...page.shifts.moved, `${entry.value.toFixed(4)} ${nameOf(most?.node ?? null)} ${heights}`];
      page.shifts = { sum: page.shifts.sum + entry.value, moved };
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: what has shifted since it was last asked. */
function takeShifts(): Shifts {
  const page = window as unknown as { shifts: Shifts };
  const { shifts } = page;
  page.shifts = { sum: 0, moved: [] };
  return shifts;
}

/** What a reader does but turn pages; ends with a start in the middle of the longest chapter. */
async function useIt(page: Page): Promise<Shifts> {
  const panels = ['Control+k', 'Control+Shift+f', 'm', 'Control+o', 'Control+p', '?', 'Control+,', 'Control+f'];
  for (const key of ['Alt+l', 'Alt+l', 'Alt+b', 'Alt+b', 'Alt+b', ...panels.flatMap((one) => [one, 'Escape'])]) {
    await page.keyboard.press(key);
    await settled(page);
  }
  await page.setViewportSize({ width: 1000, height: 800 });
  await settled(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await settled(page);
  const before = await page.evaluate(takeShifts);
  await page.reload();
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await settled(page);
  const after = await page.evaluate(takeShifts);
  return { sum: before.sum + after.sum, moved: [...before.moved, ...after.moved] };
}

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** Nothing is waited for any more: fonts are there, idle work is done. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => setTimeout(resolve, 300));
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));
  });
}

/** The value that a share of all is not above. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? median(values);
}
