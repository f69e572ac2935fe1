import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { markColors, type MarkColor } from '../../../core/marks/mark.ts';
import { selectedText, type SelectedText } from '../../anchor/selected-text.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import styles from './SelectionTools.module.css';
import { Swatch } from './Swatch.tsx';

export interface SelectionToolsProps {
  readonly words: MarkMessages;
  /** The text that can be marked; null while there is none. */
  readonly articleOf: () => HTMLElement | null;
  readonly onHighlight: (color: MarkColor) => void;
  readonly onNote: () => void;
  readonly onCopy: (selected: SelectedText) => void;
  readonly onCopyCited: (selected: SelectedText) => void;
  readonly onSearch: (selected: SelectedText) => void;
}

const distance = 8;
/** So long has a selection to rest: one that is still growing is not covered. */
const restMs = 250;

/** What can be done with the selected text, beside its end. It never takes the focus, or the selection would be gone. */
export function SelectionTools(props: SelectionToolsProps) {
  const { words, articleOf, onHighlight, onNote, onCopy, onCopyCited, onSearch } = props;
  const [selected, setSelected] = useState<SelectedText>();
  const bar = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pointerDown = false;
    const look = (): void => {
      clearTimeout(timer);
      const article = articleOf();
      const found = article ? selectedText(article, document.getSelection()) : undefined;
      if (!found) setSelected(undefined);
      else if (!pointerDown) timer = setTimeout(() => setSelected(found), restMs);
    };
    const onDown = (event: PointerEvent): void => {
      pointerDown = !(event.target instanceof Node && bar.current?.contains(event.target));
    };
    const onUp = ({ button }: PointerEvent): void => {
      if (!pointerDown) return;
      pointerDown = false;
      if (button === 0) look();
    };
    // A menu of the selection offers the same, and would be covered.
    const onMenu = (): void => {
      clearTimeout(timer);
      setSelected(undefined);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setSelected(undefined);
    };
    const onScroll = (): void => setSelected(undefined);
    document.addEventListener('selectionchange', look);
    document.addEventListener('pointerdown', onDown);
    document.addEventListener('pointerup', onUp);
    document.addEventListener('keydown', onKey);
    document.addEventListener('contextmenu', onMenu);
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('pointerdown', onDown);
      document.removeEventListener('pointerup', onUp);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('contextmenu', onMenu);
      window.removeEventListener('scroll', onScroll);
    };
  }, [articleOf]);

  useLayoutEffect(() => {
    const element = bar.current;
    if (!element || !selected) return;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    const { box } = selected;
    const fits = box.bottom + distance + height <= window.innerHeight;
    const left = Math.min(box.right - width / 2, document.documentElement.clientWidth - width - distance);
    element.style.left = `${Math.max(distance, left)}px`;
    // The end of a long selection can be out of the window; its tools cannot.
    const top = Math.min(
      fits ? box.bottom + distance : box.top - distance - height,
      window.innerHeight - height - distance,
    );
    element.style.top = `${Math.max(distance, top)}px`;
  }, [selected]);

  if (!selected) return null;
  const then = (run: () => void) => () => {
    run();
    setSelected(undefined);
  };
  return (
    <div
      ref={bar}
      popover="manual"
      role="toolbar"
      aria-label={words.selection}
      className={styles.tools}
      // Whoever presses a button must not lose the selection it is about.
      onPointerDown={(event) => event.preventDefault()}
    >
      {markColors.map((color) => (
        <button
          key={color}
          type="button"
          title={words.highlight(words.colors[color])}
          aria-label={words.highlight(words.colors[color])}
          onClick={then(() => onHighlight(color))}
        >
          <Swatch color={color} />
        </button>
      ))}
      <button type="button" onClick={then(onNote)}>
        {words.note}
      </button>
      <button type="button" onClick={then(() => onCopy(selected))}>
        {words.copy}
      </button>
      <button type="button" onClick={then(() => onCopyCited(selected))}>
        {words.copyCited}
      </button>
      <button type="button" onClick={then(() => onSearch(selected))}>
        {words.searchBook}
      </button>
    </div>
  );
}
