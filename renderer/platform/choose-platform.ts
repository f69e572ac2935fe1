/** Which host is there is decided once, at the start. */
import type { HostApi } from '../../core/contract/channels.ts';
import { createLoopbackPlatform } from './loopback.ts';
import type { Platform } from './platform.ts';

declare global {
  interface Window {
    /** Put there by the preload script of the Electron host. */
    readonly recto?: HostApi;
  }
}

/** The Electron bridge where there is one, else the browser host on loopback. */
export function choosePlatform(page: Window): Platform {
  if (page.recto) return { host: page.recto, onConnection: () => () => undefined };
  return createLoopbackPlatform(page);
}
