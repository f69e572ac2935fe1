/** Opens Recto's window in an installed browser, with a profile of its own. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';

/** Recto needs nothing from the network, so the browser is not to ask for anything either. */
const calmFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--no-pings',
  '--disable-quic',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,InterestFeedContentSuggestions',
  // No passwords are kept in this profile: do not ask for the keyring.
  '--password-store=basic',
];

export interface Launch {
  readonly browser: string;
  /** With a code that works once: other users of the machine can read a command line. */
  readonly address: string;
  readonly profileFolder: string;
}

/** Chromium refuses its sandbox to root on Linux and would not start. */
export function mustRunWithoutSandbox(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** The command line for a window. Never with a debugging port: whoever reaches one owns the page. */
export function browserArguments({ browser, address, profileFolder }: Launch): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${snapFolder(browser) ?? profileFolder}`,
    ...calmFlags,
    ...(mustRunWithoutSandbox() ? ['--no-sandbox'] : []),
  ];
}

/**
 * Starts the browser and lets it go: it outlives this process if it has to. `onFailure` is called once, with a reason,
 * where it cannot be started or ends with an error; a browser that hands over to one that runs already ends well.
 */
export function launchBrowser(launch: Launch, onFailure: (reason: string) => void): void {
  const child = spawn(launch.browser, browserArguments(launch), { detached: true, stdio: 'ignore' });
  child.on('error', (error) => onFailure(error.message));
  child.on('exit', (code, signal) => {
    if (code !== 0) onFailure(signal === null ? `it ended with status ${code}` : `it ended by ${signal}`);
  });
  child.unref();
}

/** A snap may not write to hidden folders of the home folder, where data folders are; it has one of its own. */
function snapFolder(browser: string): string | undefined {
  const isSnap = browser.startsWith('/snap/') || realpathSync(browser) === '/usr/bin/snap';
  return isSnap ? join(homedir(), 'snap', basename(browser), 'common', 'recto-profile') : undefined;
}
