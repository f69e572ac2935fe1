import { useEffect, useState } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { shownBlocks } from '../../anchor/selected-text.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import styles from './MarkSigns.module.css';

export interface MarkSignsProps {
  readonly words: MarkMessages;
  /** Marks of the chapter on the page, in reading order. */
  readonly marks: readonly PlacedMark[];
  readonly articleOf: () => HTMLElement | null;
  /** Languages of the text on the page. */
  readonly langs: readonly string[];
  readonly onOpen: (mark: PlacedMark) => void;
}

interface Sign {
  readonly mark: PlacedMark;
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
const lineOfNotePx = 22;

/**
 * Ribbons of bookmarks and notes in the margin beside the text: a sign, or the note itself where there is room. They are
 * no part of the text, and stand behind it in the order of the keyboard.
 */
export function MarkSigns({ words, marks, articleOf, langs, onOpen }: MarkSignsProps) {
  const [layout, setLayout] = useState<Layout>({ signs: [], left: 0, width: undefined });

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

  if (layout.signs.length === 0) return null;
  return (
    <ul className={styles.signs} aria-label={words.title}>
      {layout.signs.map(({ mark, top }) => {
        const foreign = mark.anchor !== null && !langs.includes(mark.anchor.lang);
        const kind = foreign ? words.otherLanguage(words.kinds[mark.kind]) : words.kinds[mark.kind];
        const text = mark.body ?? mark.label ?? mark.anchor?.quote ?? '';
        return (
          <li key={mark.id} style={{ top, left: layout.left, width: layout.width }}>
            <button
              type="button"
              className={styles.sign}
              data-kind={mark.kind}
              data-color={mark.color ?? 'none'}
              data-foreign={foreign || undefined}
              aria-label={words.sign(kind, text.slice(0, 200))}
              title={
                layout.width === undefined || mark.body === null ? words.sign(kind, text.slice(0, 200)) : undefined
              }
              onClick={() => onOpen(mark)}
            >
              <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
                <path d={mark.kind === 'bookmark' ? 'M5 2.5h10v15l-5-4-5 4z' : 'M3 4h14v9H9l-4 4v-4H3z'} />
              </svg>
              {layout.width !== undefined && mark.body !== null && <span className={styles.note}>{mark.body}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Where the signs stand in the document, none over another. */
function layOut(article: HTMLElement, marks: readonly PlacedMark[]): Layout {
  const blocks = new Map<string, HTMLElement>();
  for (const { id, element } of shownBlocks(article)) if (!blocks.has(id)) blocks.set(id, element);
  const { right } = article.getBoundingClientRect();
  const room = document.documentElement.clientWidth - right - gapPx - edgePx;
  const width = room >= leastNotePx ? Math.min(room, mostNotePx) : undefined;
  const signs: Sign[] = [];
  let free = -Infinity;
  for (const mark of marks) {
    const element = mark.placement.kind === 'placed' ? blocks.get(mark.placement.range.blockId) : undefined;
    if (!element || (mark.kind === 'highlight' && mark.body === null)) continue;
    const top = Math.max(free, (element.firstElementChild ?? element).getBoundingClientRect().top + window.scrollY);
    signs.push({ mark, top });
    const lines =
      width === undefined || mark.body === null ? 1 : Math.min(6, Math.ceil((mark.body.length * 9) / width));
    free = top + 8 + lines * lineOfNotePx;
  }
  const besideText = right + window.scrollX + (width === undefined ? 2 : gapPx);
  const left = Math.min(besideText, document.documentElement.clientWidth - 28);
  return { signs, left, width };
}
