/** The page's side of the contract. */
import type { HostApi } from '../../core/contract/channels.ts';

export interface Platform {
  readonly host: HostApi;
  /** Calls `listener` when the connection to the host is lost (false), or has been before, and when it is back (true). */
  readonly onConnection: (listener: (connected: boolean) => void) => () => void;
}
