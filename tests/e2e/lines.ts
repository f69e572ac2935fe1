/** Lines of text in the window, below the bar: finer than blocks. */
import type { Page } from 'playwright/test';
import { atRest } from './person.ts';

export interface SeenLine {
  readonly blockId: string;
  /** Code units of the block's text before the first character of the line. */
  readonly offset: number;
  /** Height of that character above or below the reading line, in CSS pixels. */
  readonly top: number;
  readonly lineHeight: number;
}

/** The first line of which something is to be seen. */
export const lineAt = (page: Page): Promise<SeenLine> => page.evaluate(find, undefined);

/** Where the first character of a line that was seen is now. */
export const lineOf = (page: Page, seen: SeenLine): Promise<SeenLine> => page.evaluate(find, seen);

/** Scrolls to the middle of the longest block of a kind that is not at the end of the chapter. */
export async function toMiddleOfLongest(page: Page, kind: string): Promise<void> {
  await atRest(page);
  await page.evaluate((wanted) => {
    const blocks = Array.from(
      document.querySelectorAll<HTMLElement>(`article section:not(:last-of-type) > [data-kind="${wanted}"]`),
    );
    const lines = ({ style }: HTMLElement): number => Number(style.getPropertyValue('--lines'));
    const longest = blocks.reduce((best, block) => (lines(block) > lines(best) ? block : best));
    longest.scrollIntoView({ block: 'start', behavior: 'instant' });
    scrollBy({ top: longest.getBoundingClientRect().height / 2, behavior: 'instant' });
  }, kind);
  await atRest(page);
}

/** Runs in the page. */
function find(seen: SeenLine | undefined): SeenLine {
  const line = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--reading-line'));
  const blocks = Array.from(document.querySelectorAll<HTMLElement>('article [data-block]'));
  const block = blocks.find((candidate) =>
    seen ? candidate.dataset.block === seen.blockId : candidate.getBoundingClientRect().bottom > line + 0.5,
  )!;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let before = 0;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    for (let at = 0; at < node.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { top, bottom, height } = range.getBoundingClientRect();
      const isIt = seen ? before + at === seen.offset : node.data[at]!.trim() !== '' && height > 0 && bottom > line + 1;
      if (!isIt) continue;
      const lineHeight = Number.parseFloat(getComputedStyle(node.parentElement!).lineHeight);
      return { blockId: block.dataset.block!, offset: before + at, top: top - line, lineHeight };
    }
    before += node.length;
  }
  throw new Error('No such line.');
}
