import { useEffect } from 'react';

/** Runs something on Escape, while `active`, where nothing else that is open takes the key. */
export function useEscape(active: boolean, run: () => void): void {
  useEffect(() => {
    if (!active) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      const isOpen = document.querySelector('dialog:modal, [popover]:popover-open') !== null;
      if (isOpen || document.activeElement?.matches('input, textarea, select')) return;
      run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [active, run]);
}
