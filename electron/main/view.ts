/** How large a window shows its page, and whether it fills the screen: from menu, page and wheel, and told to the page. */
import type { BrowserWindow } from 'electron';
import type { Handlers } from '../../core/contract/channels.ts';
import { success } from '../../core/contract/result.ts';
import { nextZoom, type WindowView } from '../../core/contract/window-view.ts';
import { emit } from './ipc.ts';
import { zoomOf } from './window-state.ts';

/** `window` is asked at the time of use. */
export function createView(window: () => BrowserWindow | undefined): Pick<Handlers, 'window:view'> {
  return {
    'window:view': ({ as }) => {
      const shown = window();
      if (shown !== undefined) changeView(shown, as);
      return Promise.resolve(success({}));
    },
  };
}

export function changeView(window: BrowserWindow, as: WindowView): void {
  if (as === 'window.fullScreen') window.setFullScreen(!window.isFullScreen());
  else if (as === 'zoom.reset') zoom(window, 100);
  else zoom(window, nextZoom(zoomOf(window), as === 'zoom.in' ? 'in' : 'out'));
}

/** `changed` is called when the zoom was changed; the window itself tells of the rest. */
export function watchView(window: BrowserWindow, zoomAtStart: number, changed: () => void): void {
  const { webContents } = window;
  // Chromium keeps what was chosen for a page's origin, but not in every profile.
  webContents.once('dom-ready', () => {
    if (zoomOf(window) !== zoomAtStart) webContents.setZoomFactor(zoomAtStart / 100);
  });
  // The wheel with Ctrl asks, and does nothing by itself.
  webContents.on('zoom-changed', (_event, direction) => changeView(window, `zoom.${direction}`));
  for (const name of ['enter-full-screen', 'leave-full-screen'] as const) {
    // One overload each: TypeScript takes no union of names.
    window.on(name as 'enter-full-screen', () => tell(window, 'fullScreen'));
  }
  zoomed.set(window, changed);
}

const zoomed = new WeakMap<BrowserWindow, () => void>();

function zoom(window: BrowserWindow, percent: number): void {
  window.webContents.setZoomFactor(percent / 100);
  zoomed.get(window)?.();
  tell(window, 'zoom');
}

function tell(window: BrowserWindow, what: 'zoom' | 'fullScreen'): void {
  emit(window.webContents, 'window:changed', { what, zoom: zoomOf(window), fullScreen: window.isFullScreen() });
}
