/** Opens a window where that is possible; else says how to open one by hand. */
import { findBrowser } from './find-browser.ts';
import { launchBrowser, mustRunWithoutSandbox } from './launch-browser.ts';

export interface WindowOptions {
  /** False for `--no-open`. */
  readonly opensWindow: boolean;
  /** Print the address as JSON. */
  readonly json: boolean;
  readonly profileFolder: string;
  /** A new address each time: its code works once. */
  readonly newAddress: () => string;
  /** Called where the browser fails after it was started; the address has been printed then. */
  readonly onFailure: () => void;
}

/** Returns whether a browser was started. Where not, the address stands on stdout and the reason on stderr. */
export function openWindow(options: WindowOptions): boolean {
  const printAddress = (reason: string | undefined) => {
    const address = options.newAddress();
    if (reason !== undefined) console.error(reason);
    console.error('Open this address in a browser of this machine; it works once, within two minutes.');
    console.error('For a new one run the same command again while this one is running.');
    console.log(options.json ? JSON.stringify({ address }) : address);
    return false;
  };
  if (!options.opensWindow) return printAddress(undefined);
  if (!hasDisplay()) return printAddress('There is no display (DISPLAY and WAYLAND_DISPLAY are not set).');
  const browser = findBrowser();
  if (browser.kind === 'none') {
    return printAddress('No browser of the Chromium family was found; RECTO_BROWSER can name one.');
  }
  if (browser.kind === 'named-missing')
    return printAddress(`RECTO_BROWSER names "${browser.name}", which is not there.`);
  if (mustRunWithoutSandbox()) {
    console.error('You are root: the browser runs without its sandbox. Better start Recto as an ordinary user.');
  }
  const launch = { browser: browser.path, address: options.newAddress(), profileFolder: options.profileFolder };
  launchBrowser(launch, (reason) => {
    printAddress(`${browser.path} shows no window: ${reason}.`);
    options.onFailure();
  });
  return true;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}
