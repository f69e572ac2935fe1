/** Where windows stood and what they showed: kept in `window.json` of the data folder, for the next start. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';
import { positionSchema, type Position } from '../../core/contract/position.ts';

const stateSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
  /** How large the page is shown, in percent. */
  zoom: z.int().min(25).max(500).default(100),
  /** Where its reader was; null where nothing was read yet. */
  place: positionSchema.nullable(),
});
/** `x` to `height` are those of the window when it is neither maximised nor full screen, in the screen's own pixels. */
export type WindowState = z.infer<typeof stateSchema>;

/** No more are opened at a start, nor by a page. */
export const mostWindows = 20;

const fileSchema = z.strictObject({ windows: z.array(stateSchema).min(1).max(mostWindows) });

/** The windows of the last time, the one in front last; none the first time, and where the file is not one of ours. */
export function readWindowStates(file: string): readonly WindowState[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).windows;
  } catch (error) {
    // A window can always be opened without it.
    if (!isMissing(error)) console.error(`recto: ${file} is not used:`, error);
    return [];
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

/** How large a window shows its page, in percent. */
export function zoomOf({ webContents }: BrowserWindow): number {
  return Math.round(webContents.getZoomFactor() * 100);
}

/** How far one more window stands from the one it was opened from: a title bar's height, so that both can be reached. */
const stepPx = 28;

/** The state of one more window beside `window`: the same size, a step further, at the same place in the book. */
export function stateBeside(window: BrowserWindow, place: Position | undefined): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  const at = { x: x + stepPx, y: y + stepPx, width, height };
  return { ...at, isMaximized: false, isFullScreen: false, zoom: zoomOf(window), place: place ?? null };
}

export interface KeptWindows {
  /** Keeps the state of a window until it is closed. `place` is asked at the time of writing. */
  readonly keep: (window: BrowserWindow, place: () => Position | undefined) => void;
  /** Something about a window has changed: it is written when all has come to rest. */
  readonly saveSoon: () => void;
  /** From now on windows that close do so with the program, and are there again at the next start. */
  readonly stayForNextTime: () => void;
}

const restMs = 500;

/**
 * Writes the windows' states to `file`. A window that is closed while others stay is not opened again; the last one is, and
 * all that are open when the program ends.
 */
export function keepWindows(file: string): KeptWindows {
  const states = new Map<BrowserWindow, () => WindowState>();
  let timer: NodeJS.Timeout | undefined;
  let isEnding = false;

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    const windows = [...states.values()].map((state) => state()).slice(-mostWindows);
    try {
      // Whole or not at all: a reader who pulls the plug finds the windows where they were before.
      writeFileSync(`${file}.new`, JSON.stringify({ windows }));
      renameSync(`${file}.new`, file);
    } catch (error) {
      console.error(`recto: ${file} could not be written:`, error);
    }
  }
  function saveSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(save, restMs);
  }

  return {
    keep(window, place) {
      // On macOS the program goes on without a window; the one that was closed last is this one now.
      for (const [one] of states) if (one.isDestroyed()) states.delete(one);
      const stateOf = (): WindowState => {
        const { x, y, width, height } = window.getNormalBounds();
        const shape = {
          isMaximized: window.isMaximized(),
          isFullScreen: window.isFullScreen(),
          zoom: zoomOf(window),
        };
        return { x, y, width, height, ...shape, place: place() ?? null };
      };
      states.set(window, stateOf);
      window.on('resize', saveSoon);
      window.on('move', saveSoon);
      // The one in front is written last, and opened last.
      window.on('focus', () => {
        states.delete(window);
        states.set(window, stateOf);
        saveSoon();
      });
      window.on('close', () => {
        const last = stateOf();
        // Once it is closed it can no longer be asked; its page still may say where it was.
        states.set(window, () => ({ ...last, place: place() ?? null }));
        save();
      });
      window.on('closed', () => {
        if (!isEnding && states.size > 1) states.delete(window);
        save();
      });
      // Windows ends a session without a word to the program itself.
      window.on('session-end', () => {
        isEnding = true;
      });
    },
    saveSoon,
    stayForNextTime: () => {
      isEnding = true;
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
