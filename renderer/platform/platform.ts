/** The page's side of the contract. Which host is there is decided once, at the start. */
import type { HostApi } from '../../core/contract/channels.ts';
import { createLoopbackPlatform } from './loopback.ts';

export interface Platform {
  readonly host: HostApi;
  /** Calls `listener` when the connection to the host is lost (false) and when it is back (true). */
  readonly onConnection: (listener: (connected: boolean) => void) => () => void;
}

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
