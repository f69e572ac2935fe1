import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import { MarkSign } from './MarkSign.tsx';
import styles from './MarkSigns.module.css';
import type { NoteLinks } from './NoteText.tsx';
import {
  guessedHeight,
  layOutSigns,
  nearSigns,
  noSigns,
  stackSigns,
  type Sign,
  type SignLayout,
} from './sign-layout.ts';

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

interface Drawn {
  readonly layout: SignLayout;
  /** The signs of `layout` that are drawn: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

interface Heights {
  /** The width at which they were measured. */
  readonly width: number | undefined;
  readonly of: WeakMap<PlacedMark, number>;
}

/**
 * Ribbons of bookmarks and notes in the margin beside the text: a sign, or the note itself where there is room. They are
 * no part of the text, and stand behind it in the order of the keyboard. Of thousands those near the window are drawn.
 */
export function MarkSigns({ words, links, marks, articleOf, langs, onOpen }: MarkSignsProps) {
  const [{ layout, from, to }, setDrawn] = useState<Drawn>({ layout: noSigns, from: 0, to: 0 });
  const list = useRef<HTMLUListElement>(null);
  // How high signs came out, by the marks they are of.
  const heights = useRef<Heights>({ width: undefined, of: new WeakMap() });

  const heightOf = (width: number | undefined) => (sign: Sign) =>
    (heights.current.width === width ? heights.current.of.get(sign.mark) : undefined) ?? guessedHeight(sign, width);

  useEffect(() => {
    const article = articleOf();
    if (!article) return;
    let frame: number | undefined;
    let known = noSigns;
    let seenAt = 0;
    const draw = (): void => {
      seenAt = window.scrollY;
      const [first, end] = nearSigns(stackSigns(known.signs, heightOf(known.width)), seenAt, window.innerHeight);
      setDrawn((before) =>
        before.layout === known && before.from === first && before.to === end
          ? before
          : { layout: known, from: first, to: end },
      );
    };
    const measure = (): void => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        known = layOutSigns(article, marks);
        draw();
      });
    };
    // Two windows are drawn ahead: there is time until one of them has gone by.
    const onScroll = (): void => {
      if (frame === undefined && Math.abs(window.scrollY - seenAt) > window.innerHeight) draw();
    };
    measure();
    const resize = new ResizeObserver(measure);
    resize.observe(article);
    resize.observe(document.documentElement);
    document.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      document.removeEventListener('scroll', onScroll);
      resize.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [marks, articleOf]);

  // None over another: how high a note is shows when it is drawn.
  useLayoutEffect(() => {
    const { signs, width } = layout;
    if (heights.current.width !== width) heights.current = { width, of: new WeakMap() };
    const items = Array.from(list.current?.children ?? [], (item) => item as HTMLElement);
    const measured = items.map((item) => item.offsetHeight);
    for (const [at, height] of measured.entries()) {
      const sign = signs[from + at];
      if (sign) heights.current.of.set(sign.mark, height);
    }
    const tops = stackSigns(signs, heightOf(width));
    for (const [at, item] of items.entries()) item.style.top = `${tops[from + at] ?? 0}px`;
  }, [layout, from, to]);

  const { signs, left, width } = layout;
  if (signs.length === 0) return null;
  return (
    <ul ref={list} className={styles.signs} aria-label={words.title}>
      {signs.slice(from, to).map(({ mark }) => (
        <MarkSign
          key={mark.id}
          words={words}
          links={links}
          mark={mark}
          isForeign={mark.anchor !== null && !langs.includes(mark.anchor.lang)}
          left={left}
          width={width}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
}
