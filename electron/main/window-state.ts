/** Where the window stood: kept in `window.json` of the data folder, and used again on a screen that still exists. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';

const stateSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
});
/** `x` to `height` are those of the window when it is neither maximised nor full screen, in the screen's own pixels. */
export type WindowState = z.infer<typeof stateSchema>;

/** The state of the last time; undefined the first time, and where the file is not one of ours. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    // A window can always be opened without it.
    if (!isMissing(error)) console.error(`recto: ${file} is not used:`, error);
    return undefined;
  }
}

/** As much of the title bar as one needs to move a window by hand. */
const grip = { width: 96, height: 24 };

/**
 * The rectangle for a window that stood at `state`, given the work areas of the screens, the main one first. A window
 * whose title bar can be reached stays where it was, no larger than its screen; any other keeps its size as far as the
 * main screen allows and has no place of its own, so that the system centres it.
 */
export function fittingBounds(
  state: Rectangle,
  workAreas: readonly Rectangle[],
): Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'> {
  const area = workAreas.find((candidate) => isReachable(state, candidate));
  const { width, height } = area ?? workAreas[0] ?? state;
  const size = { width: Math.min(state.width, width), height: Math.min(state.height, height) };
  return area === undefined ? size : { x: state.x, y: state.y, ...size };
}

function isReachable({ x, y, width }: Rectangle, area: Rectangle): boolean {
  const shown = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return shown >= grip.width && y >= area.y && y + grip.height <= area.y + area.height;
}

const restMs = 500;

/** Writes the window's state to `file` when it has come to rest, and when it closes. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    const { x, y, width, height } = window.getNormalBounds();
    const state = { x, y, width, height, isMaximized: window.isMaximized(), isFullScreen: window.isFullScreen() };
    try {
      // Whole or not at all: a reader who pulls the plug finds the window where it was before.
      writeFileSync(`${file}.new`, JSON.stringify(state));
      renameSync(`${file}.new`, file);
    } catch (error) {
      console.error(`recto: ${file} could not be written:`, error);
    }
  };
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, restMs);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('close', save);
  window.on('closed', () => clearTimeout(timer));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
