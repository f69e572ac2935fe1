/** What a person sees and does in the reader, by the names that are on the screen. */
import type { Locator, Page } from 'playwright/test';

/** The text of the open chapter. */
export function article(page: Page): Locator {
  return page.getByRole('main').getByRole('article');
}

/** The contents beside the text, in either language of the interface. */
export function contents(page: Page): Locator {
  return page.getByRole('navigation', { name: /^(目录|Contents)$/ });
}

/** Chooses a chapter by its name in the contents and waits until it is on the page. */
export async function openChapter(page: Page, name: string): Promise<void> {
  const link = contents(page).getByRole('link', { name, exact: true });
  const address = await link.getAttribute('href');
  await link.click();
  await page.waitForURL((url) => url.hash === address);
  await contents(page).locator('[aria-current="page"]').getByText(name, { exact: true }).waitFor();
}

export interface SeenBlock {
  readonly id: string;
  readonly kind: string;
  /** Height of its top in the window, in CSS pixels. */
  readonly top: number;
}

/** The block at the top of the page, below the bar. */
export function blockAtLine(page: Page): Promise<SeenBlock> {
  return page.evaluate(() => {
    const line = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--reading-line'));
    const blocks = Array.from(document.querySelectorAll<HTMLElement>('[data-block]'));
    const block = blocks.find((candidate) => candidate.getBoundingClientRect().bottom > line + 0.5) ?? blocks.at(-1)!;
    return { id: block.dataset.block!, kind: block.dataset.kind!, top: block.getBoundingClientRect().top };
  });
}

/** Height of a block's top in the window. */
export function topOf(page: Page, blockId: string): Promise<number> {
  return page.evaluate(
    (id) => document.querySelector(`[data-block="${CSS.escape(id)}"]`)!.getBoundingClientRect().top,
    blockId,
  );
}

/**
 * Waits until nothing of the page moves any more: every block has its text, fonts are there, and height and place were the same
 * through twelve frames. What comes into the window by a jump is laid out one or two frames later, and busy machines are slow.
 */
export function atRest(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    const look = (): string => `${document.documentElement.scrollHeight} ${scrollY}`;
    for (let same = 0, before = ''; same < 12;) {
      await document.fonts.ready;
      await frame();
      const now = look();
      same = now === before && document.querySelector('article .block:empty') === null ? same + 1 : 0;
      before = now;
    }
  });
}

/** Scrolls down by the wheel and rests. Gives the block at the top of the page. */
export async function readOn(page: Page, pixels: number): Promise<SeenBlock> {
  await atRest(page);
  await page.mouse.move(800, 400);
  const rest = await page.evaluateHandle(() => {
    const ended = new Promise<void>((resolve) => addEventListener('scrollend', () => resolve(), { once: true }));
    // Wrapped: a bare promise would be waited for at once.
    return { ended };
  });
  await page.mouse.wheel(0, pixels);
  await rest.evaluate(({ ended }) => ended);
  await atRest(page);
  return blockAtLine(page);
}
