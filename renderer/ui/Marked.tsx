import type { ReactNode } from 'react';

export interface MarkedProps {
  readonly text: string;
  /** Code points of `text` that are set off, sorted `[start, end)` pairs. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** A text with parts of it set off as `b`. */
export function Marked({ text, ranges }: MarkedProps): ReactNode {
  const points = Array.from(text);
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    pieces.push(points.slice(at, start).join(''), <b key={start}>{points.slice(start, end).join('')}</b>);
    at = end;
  }
  pieces.push(points.slice(at).join(''));
  return pieces;
}
