/** Addresses of places in a book, `recto://…`, which the system hands over. The page finds out where they lead. */
import type { App } from 'electron';

export const linkScheme = 'recto';

/** No address of a place is longer; what is longer is nobody's to handle. */
const maxLength = 2000;

/** The first address of a place on a command line, or undefined. */
export function linkIn(argv: readonly string[]): string | undefined {
  return argv.find((argument) => argument.length <= maxLength && argument.toLowerCase().startsWith(`${linkScheme}://`));
}

/**
 * Calls `onLink` for each address that comes while Recto runs or starts: as an event on macOS, on the command line of a
 * second start elsewhere. Call before ready: macOS sends the first one early.
 */
export function receiveLinks(app: App, onLink: (address: string) => void): void {
  app.on('open-url', (event, address) => {
    event.preventDefault();
    if (linkIn([address]) !== undefined) onLink(address);
  });
  app.on('second-instance', (_event, argv) => {
    const link = linkIn(argv);
    if (link !== undefined) onLink(link);
  });
}
