/** What happens when the page's process ends or the page cannot be loaded: the reader is told, and reading goes on. */
import { app, dialog, type BrowserWindow, type RenderProcessGoneDetails } from 'electron';
import type { Log } from '../services/log/log.ts';
import type { Texts } from './texts.ts';

/** A page that ends again this soon would end for ever: then the reader decides. */
const loopMs = 30_000;

/** ERR_ABORTED: a navigation that was stopped or refused, the page is still there. */
const aborted = -3;

/** Watches a window's page from now on. */
export function watchPage(window: BrowserWindow, texts: () => Texts, log: Log | undefined): void {
  let lastGoneAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    log?.write('page-ended', { reason: details.reason, exitCode: details.exitCode });
    const isAgain = performance.now() - lastGoneAt < loopMs;
    lastGoneAt = performance.now();
    void (isAgain ? askWhatNext(window, details, texts()) : loadAgain(window, details, texts()));
  });
  window.webContents.on('did-fail-load', (_event, errorCode, description, address, isMainFrame) => {
    if (!isMainFrame || errorCode === aborted) return;
    log?.write('page-not-loaded', { code: errorCode });
    void tellNotLoaded(window, address, description, texts());
  });
}

/** The position is in the store, so the page comes back where it was: first load, then tell. */
async function loadAgain(window: BrowserWindow, details: RenderProcessGoneDetails, texts: Texts): Promise<void> {
  window.webContents.reload();
  await dialog.showMessageBox(window, {
    type: 'warning',
    message: texts.pageGone,
    detail: texts.pageGoneDetail(details.reason, details.exitCode),
    buttons: [texts.ok],
  });
}

async function askWhatNext(window: BrowserWindow, details: RenderProcessGoneDetails, texts: Texts): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: texts.pageGoneAgain,
    detail: texts.pageGoneDetail(details.reason, details.exitCode),
    buttons: [texts.reloadPage, texts.quitReader],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
    normalizeAccessKeys: true,
  });
  if (response === 1) app.quit();
  else if (!window.isDestroyed()) window.webContents.reload();
}

async function tellNotLoaded(window: BrowserWindow, address: string, reason: string, texts: Texts): Promise<void> {
  window.show();
  await dialog.showMessageBox(window, {
    type: 'error',
    message: texts.pageFailed,
    detail: texts.pageFailedDetail(address, reason),
    buttons: [texts.ok],
  });
}
