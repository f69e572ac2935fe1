/**
 * What scrolls by itself is a stop of the Tab key, so that its end can be reached without a mouse; what shows all it holds is
 * none. Whether it scrolls is known when it has been laid out, and changes with window, text size, wrapping, and a font
 * that arrives.
 */
import { useLayoutEffect, type RefObject } from 'react';

let observer: ResizeObserver | undefined;
const observed = new Set<HTMLElement>();

/** Made with the first thing that scrolls. A new font makes lines longer, but not the box that they scroll in. */
function startObserving(): ResizeObserver {
  document.fonts.addEventListener('loadingdone', () => observed.forEach(update));
  return new ResizeObserver((entries) => entries.forEach(({ target }) => update(target)));
}

/** `content` is what the element was filled with: where it changes, its elements are new. */
export function useScrollStops(block: RefObject<HTMLElement | null>, content: unknown): void {
  useLayoutEffect(() => {
    const scrollers = block.current?.querySelectorAll<HTMLElement>('figure.code pre, figure.figure .drawing') ?? [];
    if (scrollers.length === 0) return;
    observer ??= startObserving();
    for (const scroller of scrollers) {
      // Far from the window nothing is laid out and the observer is silent: there it may scroll.
      scroller.tabIndex = 0;
      observer.observe(scroller);
      observed.add(scroller);
    }
    return () => {
      for (const scroller of scrollers) {
        observer?.unobserve(scroller);
        observed.delete(scroller);
      }
    };
  }, [block, content]);
}

function update(target: Element): void {
  if (!(target instanceof HTMLElement)) return;
  // Far from the window a scroller has no size of its own, and stays what it is.
  if (!target.checkVisibility({ contentVisibilityAuto: true })) return;
  if (target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight) target.tabIndex = 0;
  // A stop that is taken away below the focus would lose it.
  else if (target !== document.activeElement) target.removeAttribute('tabindex');
}
