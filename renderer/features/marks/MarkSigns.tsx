import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { noteBeginning, noteText } from '../../../core/marks/note-html.ts';
import { shownBlocks } from '../../anchor/selected-text.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import styles from './MarkSigns.module.css';
import { NoteText, type NoteLinks } from './NoteText.tsx';

export interface MarkSignsProps {
  readonly words: MarkMessages;
  readonly links: NoteLinks;
  /** Marks of the chapter on the page, in reading order. */
  readonly marks: readonly PlacedMark[];
  readonly articleOf: () => HTMLElement | null;
  /** Languages of the text on the page. */
  readonly langs: readonly string[];
  readonly onOpen: (mark: PlacedMark) => void;
}

interface Sign {
  readonly mark: PlacedMark;
  /** Where it wants to stand in the document, in CSS pixels: beside its place. */
  readonly top: number;
}

interface Layout {
  readonly signs: readonly Sign[];
  readonly left: number;
  /** Room for the note itself beside the text. */
  readonly width: number | undefined;
}

const gapPx = 20;
const edgePx = 12;
const leastNotePx = 190;
const mostNotePx = 260;
const betweenPx = 6;

/**
 * Ribbons of bookmarks and notes in the margin beside the text: a sign, or the note itself where there is room. They are
 * no part of the text, and stand behind it in the order of the keyboard.
 */
export function MarkSigns({ words, links, marks, articleOf, langs, onOpen }: MarkSignsProps) {
  const [layout, setLayout] = useState<Layout>({ signs: [], left: 0, width: undefined });
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    const article = articleOf();
    if (!article) return;
    let frame: number | undefined;
    const measure = (): void => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        setLayout(layOut(article, marks));
      });
    };
    measure();
    const resize = new ResizeObserver(measure);
    resize.observe(article);
    resize.observe(document.documentElement);
    return () => {
      resize.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [marks, articleOf]);

  // None over another: how high a note is shows when it is drawn.
  useLayoutEffect(() => {
    let free = -Infinity;
    const items = Array.from(list.current?.children ?? [], (item) => item as HTMLElement);
    const heights = items.map((item) => item.offsetHeight);
    for (const [at, item] of items.entries()) {
      const top = Math.max(free, layout.signs[at]?.top ?? 0);
      item.style.top = `${top}px`;
      free = top + (heights[at] ?? 0) + betweenPx;
    }
  }, [layout]);

  if (layout.signs.length === 0) return null;
  const { left, width } = layout;
  return (
    <ul ref={list} className={styles.signs} aria-label={words.title}>
      {layout.signs.map(({ mark }) => {
        const foreign = mark.anchor !== null && !langs.includes(mark.anchor.lang);
        const kind = foreign ? words.otherLanguage(words.kinds[mark.kind]) : words.kinds[mark.kind];
        const text =
          mark.label ?? (mark.body === null ? (mark.anchor?.quote ?? '') : noteText(noteBeginning(mark.body)));
        const name = words.sign(kind, text.slice(0, 200));
        return (
          <li
            key={mark.id}
            data-mark={mark.id}
            style={{ left, width }}
            data-wide={width === undefined ? undefined : ''}
          >
            <button
              type="button"
              className={styles.sign}
              data-kind={mark.kind}
              data-color={mark.color ?? 'none'}
              data-foreign={foreign || undefined}
              aria-label={name}
              title={width === undefined || mark.body === null ? name : undefined}
              onClick={() => onOpen(mark)}
            >
              <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
                <path d={mark.kind === 'bookmark' ? 'M5 2.5h10v15l-5-4-5 4z' : 'M3 4h14v9H9l-4 4v-4H3z'} />
              </svg>
            </button>
            {width !== undefined && mark.body !== null && (
              // The button beside it is the keyboard's way.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
              <div className={styles.note} onClick={() => onOpen(mark)}>
                <NoteText links={links} body={noteBeginning(mark.body)} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Where the signs want to stand in the document. */
function layOut(article: HTMLElement, marks: readonly PlacedMark[]): Layout {
  const blocks = new Map<string, HTMLElement>();
  for (const { id, element } of shownBlocks(article)) if (!blocks.has(id)) blocks.set(id, element);
  const { right } = article.getBoundingClientRect();
  const room = document.documentElement.clientWidth - right - gapPx - edgePx;
  const width = room >= leastNotePx ? Math.min(room, mostNotePx) : undefined;
  const signs: Sign[] = [];
  // Where a block stands is asked once: it may have to be laid out for that, and thousands of marks may be on it.
  const tops = new Map<HTMLElement, number>();
  const topOf = (element: HTMLElement): number => {
    const top =
      tops.get(element) ?? (element.firstElementChild ?? element).getBoundingClientRect().top + window.scrollY;
    tops.set(element, top);
    return top;
  };
  for (const mark of marks) {
    const element = mark.placement.kind === 'placed' ? blocks.get(mark.placement.range.blockId) : undefined;
    if (!element || (mark.kind === 'highlight' && mark.body === null)) continue;
    signs.push({ mark, top: topOf(element) });
  }
  const besideText = right + window.scrollX + (width === undefined ? 2 : gapPx);
  const left = Math.min(besideText, document.documentElement.clientWidth - 28);
  return { signs, left, width };
}
