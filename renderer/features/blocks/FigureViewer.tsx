import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../../i18n/messages-context.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { BlockActions } from './actions.ts';
import type { ChapterFigure } from './chapter-figures.ts';
import styles from './FigureViewer.module.css';
import { copyPicture, naturalSize } from './picture-copy.ts';
import { pictureName, pngFile, svgFile } from './picture-file.ts';
import { useZoom } from './use-zoom.ts';

export interface FigureViewerProps {
  /** The figures of the chapter; not empty. */
  readonly figures: readonly ChapterFigure[];
  readonly firstIndex: number;
  readonly actions: BlockActions;
  readonly onClose: () => void;
}

const panPixels = 80;

/** A figure as large as the window, to be zoomed and moved, with its neighbours in the chapter. */
export function FigureViewer({ figures, firstIndex, actions, onClose }: FigureViewerProps) {
  const messages = useMessages();
  const words = messages.figures;
  const [index, setIndex] = useState(firstIndex);
  const [said, setSaid] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const captionId = useId();
  const figure = figures[index];
  const natural = useMemo(() => figure && naturalSize(figure.picture), [figure]);
  const zoom = useZoom(stage, frame, natural);

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  useLayoutEffect(() => {
    if (figure) frame.current?.replaceChildren(copyPicture(figure.picture));
  }, [figure]);

  // After the dialog is open: it gives the focus to its first button.
  useEffect(() => stage.current?.focus(), []);

  function turn(direction: 1 | -1): void {
    const next = figures[index + direction];
    if (!next) return;
    setIndex(index + direction);
    zoom.fit();
    setSaid(words.shown(index + direction + 1, figures.length, next.caption));
  }

  /** The picture as it is shown: with the colours of the theme. */
  function shown(): ChapterFigure | undefined {
    const picture = frame.current?.firstElementChild;
    if (!figure || !(picture instanceof SVGSVGElement || picture instanceof HTMLImageElement)) return undefined;
    return { ...figure, picture };
  }

  async function copy(): Promise<void> {
    const current = shown();
    if (current && (await actions.copyPicture(await pngFile(current)))) setSaid(messages.desk.copiedPicture);
  }

  async function save(extension: 'svg' | 'png'): Promise<void> {
    const current = shown();
    if (!current) return;
    const name = pictureName(current.caption, extension);
    const content =
      extension === 'svg' && current.picture instanceof SVGSVGElement
        ? new Blob([svgFile(current.picture, current.caption)], { type: 'image/svg+xml' })
        : await pngFile(current);
    if (await actions.saveFile(name, content)) setSaid(messages.desk.saved(name));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pan = (left: number, top: number) => (): void => stage.current?.scrollBy({ left, top, behavior: 'instant' });
    const keys: Readonly<Record<string, () => void>> = {
      '+': () => zoom.step(1),
      '=': () => zoom.step(1),
      '-': () => zoom.step(-1),
      '0': zoom.fit,
      '[': () => turn(-1),
      ']': () => turn(1),
      PageUp: () => turn(-1),
      PageDown: () => turn(1),
      ArrowLeft: pan(-panPixels, 0),
      ArrowRight: pan(panPixels, 0),
      ArrowUp: pan(0, -panPixels),
      ArrowDown: pan(0, panPixels),
    };
    const run = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!run) return;
    event.preventDefault();
    run();
  }

  const isDrawing = figure?.picture instanceof SVGSVGElement;
  return (
    // Keys work wherever the focus is in the dialog.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={styles.viewer}
      aria-labelledby={captionId}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.bar}>
        <div className={styles.group}>
          <IconButton icon="back" label={words.previous} keys="[" disabled={index === 0} onClick={() => turn(-1)} />
          <span className={styles.count}>
            {index + 1} / {figures.length}
          </span>
          <IconButton
            icon="forward"
            label={words.next}
            keys="]"
            disabled={index === figures.length - 1}
            onClick={() => turn(1)}
          />
        </div>
        <div className={styles.group}>
          <IconButton icon="minus" label={words.smaller} keys="-" onClick={() => zoom.step(-1)} />
          <output className={styles.scale}>{Math.round(zoom.scale * 100)}%</output>
          <IconButton icon="plus" label={words.larger} keys="+" onClick={() => zoom.step(1)} />
          <IconButton icon="fit" label={words.fit} keys="0" onClick={zoom.fit} />
        </div>
        <div className={styles.group}>
          <IconButton icon="copy" label={words.copy} onClick={() => void copy()} />
          {isDrawing && (
            <button type="button" className={styles.save} title={words.saveSvg} onClick={() => void save('svg')}>
              <span className="visually-hidden">{words.saveSvg}</span>
              <span aria-hidden="true">SVG</span>
            </button>
          )}
          <button type="button" className={styles.save} title={words.savePng} onClick={() => void save('png')}>
            <span className="visually-hidden">{words.savePng}</span>
            <span aria-hidden="true">PNG</span>
          </button>
          <IconButton icon="close" label={messages.close} onClick={onClose} />
        </div>
      </div>
      {/* It scrolls: so it takes the focus, and the keys that move the figure. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={stage} className={styles.stage} tabIndex={0} role="group" aria-label={words.stage}>
        <div className={`prose ${styles.paper}`} lang={figure?.lang}>
          <div ref={frame} className={`drawing ${styles.frame}`} />
        </div>
      </div>
      <div className={styles.foot}>
        <p id={captionId} lang={figure?.lang}>
          {figure?.caption}
        </p>
        <p role="status">{said}</p>
      </div>
    </dialog>
  );
}
