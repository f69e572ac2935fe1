/** Counts reading while a chapter is on the screen. What that is says core/reading/tracker.ts. */
import { useEffect } from 'react';
import type { Request } from '../../../core/contract/channels.ts';
import { createReadingTracker, type BlockInView } from '../../../core/reading/tracker.ts';
import { boxAtLine } from '../../features/reading/position.ts';
import { readingLine } from '../../features/reading/use-placement.ts';
import type { AppStore } from '../../state/app-state.ts';
import { useAppState } from '../../state/store-context.ts';

const tickMs = 1000;
/** Where a tick comes later, the machine has slept, not the reader read. */
const mostMs = 2 * tickMs;
/** What is not done yet is kept so often, and when the page is left. */
const keptEveryMs = 10_000;

/** `keep` keeps what was read; it tells the reader itself where that fails. */
export function useReadingClock(
  store: AppStore,
  articleOf: () => HTMLElement | null,
  keep: (order: Omit<Request<'reads:save'>, 'bookId'>) => void,
): void {
  const shown = useAppState((state) => state.reading.shown);
  const chapter = shown.kind === 'chapter' ? shown.chapter : undefined;

  useEffect(() => {
    if (!chapter) return;
    const rowsNow = () => store.getState().reads.filter(({ chapterId }) => chapterId === chapter.id);
    const atFirst = new Set(rowsNow());
    const shares = new Map(Array.from(atFirst, ({ sectionId, share }) => [sectionId, share]));
    const tracker = createReadingTracker(chapter, (sectionId) => shares.get(sectionId) ?? 0);
    const waiting = new Map<string, number>();
    let last = performance.now();
    let keptAt = last;

    const flush = (): void => {
      if (waiting.size === 0) return;
      const sections = Array.from(waiting, ([sectionId, share]) => ({ sectionId, share }));
      waiting.clear();
      keptAt = last;
      keep({ chapterId: chapter.id, lang: chapter.lang, byHand: false, sections });
    };
    const tick = (): void => {
      const now = performance.now();
      const passed = Math.min(mostMs, now - last);
      last = now;
      const article = articleOf();
      // What lies under a dialog is not being read.
      if (!article || document.visibilityState === 'hidden' || document.querySelector('dialog:modal')) return;
      for (const row of rowsNow()) {
        if (row.byHand && !atFirst.has(row)) {
          tracker.hold(row.sectionId);
          waiting.delete(row.sectionId);
        }
      }
      const read = tracker.pass(passed, blocksInView(article));
      for (const { sectionId, share } of read) waiting.set(sectionId, share);
      if (read.some(({ share }) => share === 1) || now - keptAt > keptEveryMs) flush();
    };
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    const timer = setInterval(tick, tickMs);
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('pagehide', flush);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [store, chapter, articleOf, keep]);
}

/** Blocks between the bar and the lower edge of the window, in reading order. */
function blocksInView(article: HTMLElement): BlockInView[] {
  const blocks = Array.from(article.querySelectorAll<HTMLElement>('[data-block]'));
  const first = boxAtLine(blocks.length, (index) => boxOf(blocks[index]), readingLine());
  const inView: BlockInView[] = [];
  for (const block of blocks.slice(Math.max(0, first))) {
    if (block.getBoundingClientRect().top >= window.innerHeight) break;
    // Space below its text belongs to a block.
    const { bottom } = (block.firstElementChild ?? block).getBoundingClientRect();
    const id = block.dataset.block;
    if (id !== undefined && bottom > 0) inView.push({ id, isEndInView: bottom <= window.innerHeight });
  }
  return inView;
}

function boxOf(block: HTMLElement | undefined): { readonly top: number; readonly bottom: number } {
  return block?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
}
