import type { MouseEvent } from 'react';

/**
 * Where a row's menu opens: at the pointer, or below the row where the keyboard asked for it. The system's own menu does not come
 * as well.
 */
export function menuPoint(event: MouseEvent<HTMLElement>): { readonly left: number; readonly top: number } {
  event.preventDefault();
  const { clientX, clientY, currentTarget } = event;
  const box = currentTarget.getBoundingClientRect();
  // From the keyboard the event comes without a pointer; what it says of a place differs between systems.
  const byPointer = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType !== '';
  return byPointer ? { left: clientX, top: clientY } : { left: box.left + 24, top: box.bottom };
}
