import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { filledText, placeholderName, type PlaceholderValues } from './placeholders.ts';

export interface PlaceholderOptions {
  /** HTML of the block: where it changes, its elements are new. */
  readonly html: string;
  readonly values: PlaceholderValues;
  /** What a placeholder is called for those who hear it. */
  readonly labelOf: (name: string, value: string | undefined) => string;
  readonly onOpen: (name: string) => void;
}

/**
 * Makes the placeholders of a block act as buttons and show their values. Only attributes change: the text of the book
 * stays what it is, and with it all offsets into it; code.css shows the value in the place of the name.
 */
export function usePlaceholders(tools: RefObject<HTMLElement | null>, options: PlaceholderOptions): void {
  const { html, values, labelOf, onOpen } = options;

  useLayoutEffect(() => {
    const seen = new Set<string>();
    for (const element of blockOf(tools)?.querySelectorAll<HTMLElement>('.tok-placeholder') ?? []) {
      const name = placeholderName(element);
      const value = values[name];
      element.setAttribute('role', 'button');
      element.setAttribute('aria-label', labelOf(name, value));
      // One stop of the Tab key for each name of the block.
      element.tabIndex = seen.has(name) ? -1 : 0;
      seen.add(name);
      if (value === undefined) delete element.dataset.value;
      else element.dataset.value = value;
    }
  }, [tools, html, values, labelOf]);

  useEffect(() => {
    const block = blockOf(tools);
    if (!block) return;
    const open = (event: Event): void => {
      const element = event.target instanceof Element ? event.target.closest('.tok-placeholder') : null;
      if (!element) return;
      event.preventDefault();
      onOpen(placeholderName(element));
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' || event.key === ' ') open(event);
    };
    block.addEventListener('click', open);
    block.addEventListener('keydown', onKeyDown);
    block.addEventListener('copy', copyFilled);
    return () => {
      block.removeEventListener('click', open);
      block.removeEventListener('keydown', onKeyDown);
      block.removeEventListener('copy', copyFilled);
    };
  }, [tools, html, onOpen]);
}

/** A selection inside code is copied as it is shown: with the values. */
function copyFilled(event: ClipboardEvent): void {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: common } = range;
  const within = common instanceof Element ? common : common.parentElement;
  if (!within?.closest('figure.code pre')) return;
  const selected = document.createElement('code');
  const inside = within.closest<HTMLElement>('.tok-placeholder');
  if (inside) {
    if (inside.dataset.value === undefined) return;
    event.clipboardData?.setData('text/plain', inside.dataset.value);
  } else {
    selected.append(range.cloneContents());
    const shown = selected.querySelectorAll<HTMLElement>('[data-value]');
    if (shown.length === 0) return;
    const values = Object.fromEntries(
      Array.from(shown, (element) => [placeholderName(element), element.dataset.value ?? '']),
    );
    event.clipboardData?.setData('text/plain', filledText(selected.querySelector('code') ?? selected, values));
  }
  event.preventDefault();
}

function blockOf(tools: RefObject<HTMLElement | null>): HTMLElement | null {
  return tools.current?.closest<HTMLElement>('.block') ?? null;
}
