import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds now; the component draws again when that changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** The system sets colours of its own, few and strong. */
export const forcedColours = '(forced-colors: active)';
/** The contents have room beside the text. In `em`, so that larger text counts as a narrower window. */
export const wideWindow = '(min-width: 56em)';
export const darkSystem = '(prefers-color-scheme: dark)';
export const contrastSystem = '(prefers-contrast: more)';
