/** What counts as ours: the address of the page, and who may call the host. Pure, so that it can be tested by tables. */

export const appScheme = 'app';
/** Origin of the page as Chromium writes it. (Node's URL gives `null` for schemes it does not know.) */
export const appOrigin = `${appScheme}://recto`;
export const pageAddress = `${appOrigin}/`;

/**
 * Whether a window may go to `address`: the page itself with any query and fragment. Files beside it, a book's
 * pictures above all, are parts of the page and never documents of their own.
 */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const isPlain = url.username === '' && url.password === '' && url.port === '';
  return isPlain && url.protocol === `${appScheme}:` && url.hostname === 'recto' && url.pathname === '/';
}

/** Schemes that never leave this process: our own, and data that the page holds itself. */
const localSchemes: ReadonlySet<string> = new Set([`${appScheme}:`, 'data:', 'blob:']);

/** Whether loading `address` stays inside Recto. Everything else is cancelled. */
export function isLocalRequest(address: string): boolean {
  return URL.canParse(address) && localSchemes.has(new URL(address).protocol);
}

/** The parts of Electron's `event.senderFrame` and `event.sender` that the decision hangs on. */
export interface Sender {
  /** Null when the frame has navigated or gone in the meantime. */
  readonly senderFrame: { readonly origin: string } | null;
  readonly sender: { readonly mainFrame: unknown };
}

/** Whether a message comes from the main frame of one of the reader's windows (`isReader` knows them), showing our own page. */
export function isOwnSender(event: Sender, isReader: (contents: unknown) => boolean): boolean {
  const { senderFrame, sender } = event;
  return (
    senderFrame !== null && isReader(sender) && senderFrame === sender.mainFrame && senderFrame.origin === appOrigin
  );
}
