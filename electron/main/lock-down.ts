/**
 * What no page of ours needs, switched off: permissions, network, downloads, other windows, navigation. Numbers refer
 * to Electron's security checklist (docs/tutorial/security.md).
 */
import type { App, Session, WebContents } from 'electron';
import { isLocalRequest, isOwnPage } from './own-page.ts';

/**
 * Locks every session and every page of the program from its creation on. Call before ready: nothing may come into
 * being unlocked.
 */
export function lockDown(app: App): void {
  // 4: also for windows that would ask for less.
  app.enableSandbox();
  // No name resolves and no literal address is reached: this holds for what bypasses webRequest, too (preconnect, DNS
  // prefetch, Chromium's own services).
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('session-created', (session) => lockSession(session, app.isPackaged));
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

function lockSession(session: Session, isPackaged: boolean): void {
  // 5: without handlers, Electron grants everything.
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  // 1: nothing is loaded from anywhere but this program. Developer tools are pages of Chromium's own.
  session.webRequest.onBeforeRequest((details, callback) => {
    const isTool = !isPackaged && details.url.startsWith('devtools://');
    callback({ cancel: !isTool && !isLocalRequest(details.url) });
  });
  session.on('will-download', (event) => event.preventDefault());
  // Dictionaries would be fetched from the network.
  session.setSpellCheckerEnabled(false);
}

function lockContents(contents: WebContents): void {
  // 14
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // 13: a subframe has nowhere to go; the policy allows none.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  // 11, 12
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Peer connections do not pass webRequest.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
