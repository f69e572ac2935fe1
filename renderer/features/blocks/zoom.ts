/** Zooming as arithmetic: scales are widths on the screen by natural widths. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const largestScale = 8;
const largestFit = 3;
const stepFactor = 1.25;

/** The scale at which `picture` fills `room` and is all on the screen. */
export function fitScale(picture: Size, room: Size): number {
  if (picture.width <= 0 || picture.height <= 0) return 1;
  const fit = Math.min(room.width / picture.width, room.height / picture.height);
  return Math.min(largestFit, Math.max(0.05, fit));
}

/** `scale` within its limits: from all on the screen (or the natural size, if that is smaller) to 800 %. */
export function limited(scale: number, fit: number): number {
  return Math.min(largestScale, Math.max(Math.min(fit, 1), scale));
}

/** One step larger (1) or smaller (-1). */
export function stepped(scale: number, direction: 1 | -1, fit: number): number {
  return limited(scale * stepFactor ** direction, fit);
}

/** What a turn of the wheel does; `deltaY` in pixels. A pinch on a touchpad comes as a wheel with finer steps. */
export function wheeled(scale: number, deltaY: number, isPinch: boolean, fit: number): number {
  return limited(scale * Math.exp(-deltaY * (isPinch ? 0.01 : 0.0015)), fit);
}

/** A part of a side, 0 to 1, that stays at its place when the picture grows: where in the picture a point is. */
export function fractionAt(point: number, start: number, length: number): number {
  return length <= 0 ? 0.5 : Math.min(1, Math.max(0, (point - start) / length));
}
