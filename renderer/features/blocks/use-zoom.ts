import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { fitScale, fractionAt, limited, stepped, wheeled, type Size } from './zoom.ts';

export interface Zoom {
  /** Width on the screen by natural width. */
  readonly scale: number;
  readonly step: (direction: 1 | -1) => void;
  /** All of it on the screen. */
  readonly fit: () => void;
}

/** A point in the window, and where in the pictureRef it is: it stays there when the scale changes. */
interface Held {
  readonly x: number;
  readonly y: number;
  readonly fx: number;
  readonly fy: number;
}

/**
 * Shows `pictureRef` in the scrolling box `stageRef` at a scale, changed by wheel, pinch and the functions returned; dragging
 * moves it. `natural` is its size at scale 1; a new object starts anew.
 */
export function useZoom(
  stageRef: RefObject<HTMLElement | null>,
  pictureRef: RefObject<HTMLElement | null>,
  natural: Size | undefined,
): Zoom {
  /** Undefined while it fits. */
  const [chosen, setChosen] = useState<number>();
  const [room, setRoom] = useState<Size>();
  const held = useRef<Held>(undefined);
  const fit = natural && room ? fitScale(natural, room) : 1;
  const scale = chosen ?? fit;
  const now = useRef({ scale, fit });

  useLayoutEffect(() => {
    now.current = { scale, fit };
    const box = stageRef.current;
    const shown = pictureRef.current;
    if (!box || !shown || !natural) return;
    shown.style.width = `${natural.width * scale}px`;
    shown.style.height = `${natural.height * scale}px`;
    const hold = held.current;
    held.current = undefined;
    if (!hold) return;
    const { left, top, width, height } = shown.getBoundingClientRect();
    box.scrollBy({ left: left + hold.fx * width - hold.x, top: top + hold.fy * height - hold.y, behavior: 'instant' });
  }, [stageRef, pictureRef, natural, scale, fit]);

  const zoomTo = useCallback(
    (next: number, point?: { readonly x: number; readonly y: number }) => {
      const box = stageRef.current?.getBoundingClientRect();
      const shown = pictureRef.current?.getBoundingClientRect();
      if (!box || !shown) return;
      const { x, y } = point ?? { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      held.current = {
        x,
        y,
        fx: fractionAt(x, shown.left, shown.width),
        fy: fractionAt(y, shown.top, shown.height),
      };
      setChosen(next);
    },
    [stageRef, pictureRef],
  );

  useEffect(() => {
    const box = stageRef.current;
    if (!box) return;
    // What it may take up: the box without its padding, whatever its scroll bars do.
    const measure = (): void => setRoom({ width: box.offsetWidth - 48, height: box.offsetHeight - 48 });
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const lineHeight = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const { scale: before, fit: smallest } = now.current;
      zoomTo(wheeled(before, event.deltaY * lineHeight, event.ctrlKey, smallest), {
        x: event.clientX,
        y: event.clientY,
      });
    };
    box.addEventListener('wheel', onWheel, { passive: false });
    const stopDragging = listenForDrags(box, {
      onMove: (dx, dy) => box.scrollBy({ left: -dx, top: -dy, behavior: 'instant' }),
      onPinch: (factor, point) => zoomTo(limited(now.current.scale * factor, now.current.fit), point),
    });
    return () => {
      observer.disconnect();
      box.removeEventListener('wheel', onWheel);
      stopDragging();
    };
  }, [stageRef, zoomTo]);

  const step = useCallback(
    (direction: 1 | -1) => zoomTo(stepped(now.current.scale, direction, now.current.fit)),
    [zoomTo],
  );
  const toFit = useCallback(() => setChosen(undefined), []);
  return { scale, step, fit: toFit };
}

interface Drags {
  readonly onMove: (dx: number, dy: number) => void;
  readonly onPinch: (factor: number, point: { readonly x: number; readonly y: number }) => void;
}

/** One pointer moves, two change the scale. */
function listenForDrags(box: HTMLElement, { onMove, onPinch }: Drags): () => void {
  const pointers = new Map<number, { readonly x: number; readonly y: number }>();
  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    box.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const move = (event: PointerEvent): void => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const after = { x: event.clientX, y: event.clientY };
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, after);
    if (!other) {
      onMove(after.x - before.x, after.y - before.y);
      return;
    }
    const distance = Math.hypot(before.x - other.x, before.y - other.y);
    if (distance < 1) return;
    onPinch(Math.hypot(after.x - other.x, after.y - other.y) / distance, {
      x: (after.x + other.x) / 2,
      y: (after.y + other.y) / 2,
    });
  };
  const up = (event: PointerEvent): void => void pointers.delete(event.pointerId);
  box.addEventListener('pointerdown', down);
  box.addEventListener('pointermove', move);
  box.addEventListener('pointerup', up);
  box.addEventListener('pointercancel', up);
  return () => {
    box.removeEventListener('pointerdown', down);
    box.removeEventListener('pointermove', move);
    box.removeEventListener('pointerup', up);
    box.removeEventListener('pointercancel', up);
  };
}
