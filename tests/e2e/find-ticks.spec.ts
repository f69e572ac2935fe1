/** The ticks beside the scroll bar: where in the chapter the matches of the find bar stand. */
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { atRest, openChapter } from './person.ts';

function bar(page: Page): Locator {
  return page.getByRole('search', { name: /^(在正文中查找|Find in the text)$/ });
}

interface Ticks {
  /** Where ticks stand, in per cent of the height that they share with the scroll bar; the current one in `current`. */
  readonly others: readonly number[];
  readonly current: readonly number[];
  /** Where the marks in the text stand, in per cent of the page's height. */
  readonly marks: readonly number[];
  readonly currentMarks: readonly number[];
}

/** Ticks and marks as they are drawn: boxes, not styles. */
function drawn(page: Page): Promise<Ticks> {
  return page.evaluate(() => {
    const layer = document.querySelector('search')!.parentElement!.querySelector(':scope > [aria-hidden="true"]');
    const box = layer?.getBoundingClientRect();
    const shareOf = (tick: Element): number => ((tick.getBoundingClientRect().top - box!.top) / box!.height) * 100;
    const ticks = Array.from(layer?.querySelectorAll('i') ?? []);
    const placesOf = (name: string): number[] =>
      Array.from(
        CSS.highlights.get(name) ?? [],
        (range) =>
          (((range as Range).getBoundingClientRect().top + scrollY) / document.documentElement.scrollHeight) * 100,
      );
    return {
      others: ticks.filter((tick) => !('current' in tick.dataset)).map(shareOf),
      current: ticks.filter((tick) => 'current' in tick.dataset).map(shareOf),
      marks: placesOf('search'),
      currentMarks: placesOf('search-current'),
    };
  });
}

/** Ticks stand at fifths of a per cent. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.15;

/** What is wrong with the ticks, in words; empty where each match has one, each one a match, and the current one stands out. */
async function faults(page: Page): Promise<string[]> {
  const { others, current, marks, currentMarks } = await drawn(page);
  return [
    ...(marks.length < 2 ? ['there are too few marks'] : []),
    ...marks.filter((mark) => !others.some((tick) => near(tick, mark))).map((mark) => `no tick for a mark at ${mark}`),
    ...others.filter((tick) => !marks.some((mark) => near(tick, mark))).map((tick) => `no mark for a tick at ${tick}`),
    ...(current.length === 1 && currentMarks.length === 1 && near(current[0]!, currentMarks[0]!)
      ? []
      : [`current: ticks at ${current.join()}, marks at ${currentMarks.join()}`]),
  ];
}

async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+F');
  await expect(bar(page).getByRole('textbox')).toBeFocused();
  await bar(page).getByRole('textbox').fill(text);
  await expect(bar(page)).toContainText(/第\d+处，共\d+处|\d+ of \d+/);
}

test('each match has a tick at its place, the current one another one that goes along', async ({ page }) => {
  await openChapter(page, 'Arm CCA');
  await find(page, '证明');
  await expect.poll(() => faults(page)).toEqual([]);
  const before = (await drawn(page)).current[0]!;
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Enter');
  await expect.poll(() => faults(page)).toEqual([]);
  await expect.poll(async () => (await drawn(page)).current[0]!).toBeGreaterThan(before);

  // A narrow window has another height of text.
  await page.setViewportSize({ width: 420, height: 700 });
  await atRest(page);
  await expect.poll(() => faults(page)).toEqual([]);

  const [one, other] = await bar(page)
    .locator('xpath=following-sibling::*[@aria-hidden="true"]')
    .evaluate((layer) =>
      [layer.querySelector('i[data-current]')!, layer.querySelector('i:not([data-current])')!].map((tick) => ({
        height: tick.getBoundingClientRect().height,
        colour: getComputedStyle(tick).backgroundColor,
      })),
    );
  expect(one!.height).toBeGreaterThan(other!.height);
  expect(one!.colour).not.toBe(other!.colour);

  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  expect(await drawnAnything(page)).toBe(false);
});

function drawnAnything(page: Page): Promise<boolean> {
  return page.evaluate(() => Array.from(CSS.highlights.keys()).some((name) => name.startsWith('search')));
}

test('of very many matches each block has its tick', async ({ page }) => {
  await openChapter(page, 'Arm CCA');
  await page.keyboard.press('Alt+L');
  await expect(page.getByRole('main').getByRole('article')).toHaveAttribute('lang', 'en');
  await find(page, 'e');
  const lacking = (): Promise<string[]> =>
    page.evaluate(() => {
      const layer = document.querySelector('search')!.parentElement!.querySelector(':scope > [aria-hidden="true"]');
      const box = layer?.getBoundingClientRect();
      const ticks = Array.from(
        layer?.querySelectorAll('i') ?? [],
        (tick) => (tick.getBoundingClientRect().top - box!.top) / box!.height,
      );
      const height = document.documentElement.scrollHeight;
      const blocks = Array.from(document.querySelectorAll<HTMLElement>('article [data-block]'));
      const holding = blocks.filter((block) => /e/i.test(block.textContent));
      if (holding.length < 50) return ['there are too few blocks'];
      if (ticks.length > 600) return [`there are ${ticks.length} ticks`];
      return holding
        .filter((block) => {
          const { top, bottom } = block.getBoundingClientRect();
          const [from, to] = [(top + scrollY) / height - 0.0015, (bottom + scrollY) / height + 0.0015];
          return !ticks.some((tick) => tick >= from && tick <= to);
        })
        .map((block) => block.dataset.block ?? '');
    });
  await expect.poll(lacking).toEqual([]);
  expect(await page.evaluate(() => CSS.highlights.get('search')!.size)).toBeLessThanOrEqual(1500);
});

test('ticks are there in forced colours, too', async ({ page }) => {
  await openChapter(page, 'Arm CCA');
  await page.emulateMedia({ forcedColors: 'active' });
  await find(page, '证明');
  await expect.poll(() => faults(page)).toEqual([]);
  const colours = await bar(page)
    .locator('xpath=following-sibling::*[@aria-hidden="true"]')
    .evaluate((layer) => {
      const probe = document.createElement('p');
      document.body.append(probe);
      const system = (name: string): string => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      const of = (selector: string): string => getComputedStyle(layer.querySelector(selector)!).backgroundColor;
      const seen = {
        current: of('i[data-current]'),
        others: of('i:not([data-current])'),
        wanted: [system('Highlight'), system('CanvasText'), system('Canvas')],
      };
      probe.remove();
      return seen;
    });
  expect([colours.current, colours.others]).toEqual(colours.wanted.slice(0, 2));
  expect(new Set(colours.wanted).size).toBe(3);
});
