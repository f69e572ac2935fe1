/**
 * One reader for a spec, in either host: `browser` (the loopback host in Chromium) or `electron` (the compiled main and
 * preload). A spec says what a person does and need not know where.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium as playwrightChromium,
  expect,
  test as base,
  type Browser,
  type Page,
  type Request,
} from 'playwright/test';
import { testChromium } from '../../build/setup/chromium.ts';
import { call, expectNoViolations, launch } from '../electron/launch.ts';
import { drawnMenus, systemMenus, type ContextMenus } from './context-menus.ts';
import { putOnShelf } from '../helpers/shelf.ts';
import { startBrowserHost, type RunningHost } from '../helpers/browser-host.ts';
import { electronBinary, noElectron } from '../helpers/electron-binary.ts';

export interface HostOptions {
  host: 'browser' | 'electron';
  /** Language of the system that the reader starts on. */
  systemLanguage: 'zh-CN' | 'en-US';
  /** Another compiled book than the edition (browser host only). */
  bookFolder: string | undefined;
  /** Folders and zips that are on the shelf already. */
  shelf: readonly string[];
  /** Whether the command line names a folder of notes, which is there and empty. */
  keepsNotes: boolean;
  /** What else stands on the command line. */
  args: readonly string[];
}

export interface Reader {
  /** The open window; another one after `restart`. */
  readonly page: Page;
  /** Where it keeps what the reader writes. */
  readonly dataFolder: string;
  /** The folder of notes that the command line names with `keepsNotes`. */
  readonly notesFolder: string;
  /** Closes the reader as a person does and opens it again on the same data. */
  readonly restart: () => Promise<Page>;
  /** Context menus of the open window. */
  readonly menus: ContextMenus;
  /** Addresses outside the reader's own origin that were asked for; stays empty. */
  readonly outside: readonly string[];
  /** Messages of kind error in the page's console, and uncaught errors. */
  readonly errors: readonly string[];
}

/** What the windows of a spec did, over all restarts. */
interface Log {
  readonly requests: string[];
  readonly errors: string[];
  /** The reader's own origins: the browser host takes a new one at each start. */
  readonly origins: Set<string>;
}

interface Session {
  readonly page: Page;
  readonly menus: ContextMenus;
  readonly close: () => Promise<void>;
}

/** Options that hold for a whole worker. */
interface Shared {
  /** Chromium for the browser host: a test has a context of its own in it, as separate as another browser. */
  chromium: () => Promise<Browser>;
}

export const test = base.extend<HostOptions & { reader: Reader; page: Page }, Shared>({
  host: ['browser', { option: true }],
  systemLanguage: ['zh-CN', { option: true }],
  bookFolder: [undefined, { option: true }],
  shelf: [[], { option: true }],
  keepsNotes: [false, { option: true }],
  args: [[], { option: true }],

  chromium: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      let browser: Promise<Browser> | undefined;
      await use(() => (browser ??= launchChromium()));
      await (await browser)?.close();
    },
    { scope: 'worker' },
  ],

  reader: async ({ chromium, host, systemLanguage, bookFolder, shelf, keepsNotes, args: more }, use, testInfo) => {
    if (host === 'electron') {
      testInfo.skip(electronBinary() === undefined, noElectron);
      testInfo.skip(bookFolder !== undefined, 'the Electron host opens the edition alone');
    }
    const folder = await mkdtemp(join(tmpdir(), 'recto-e2e-'));
    await putOnShelf(join(folder, 'data'), shelf);
    const notesFolder = join(folder, 'My vault');
    if (keepsNotes) await mkdir(notesFolder);
    const args = [...more, ...(keepsNotes ? ['--notes-folder', notesFolder] : [])];
    const log: Log = { requests: [], errors: [], origins: new Set() };
    const open = async (): Promise<Session> => {
      const session =
        host === 'browser'
          ? await openInBrowser(await chromium(), folder, systemLanguage, bookFolder, args, log)
          : await openInElectron(folder, systemLanguage, args, log);
      await session.page.locator('main h1, [role="alert"]').first().waitFor();
      log.origins.add(new URL(session.page.url()).origin);
      return session;
    };
    let session = await open();
    await use({
      get page() {
        return session.page;
      },
      get menus() {
        return session.menus;
      },
      get outside() {
        return log.requests.filter((url) => !log.origins.has(new URL(url).origin));
      },
      errors: log.errors,
      dataFolder: join(folder, 'data'),
      notesFolder,
      restart: async () => {
        await session.close();
        session = await open();
        return session.page;
      },
    });
    await session.close();
    await rm(folder, { recursive: true, force: true });
  },

  page: async ({ reader }, use) => use(reader.page),
});

export { expect } from 'playwright/test';

const viewport = { width: 1280, height: 800 };
/** Chromium's own services stay quiet, so that only what the reader asks for is seen. */
const calmFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function launchChromium(): Promise<Browser> {
  const executablePath = testChromium();
  return playwrightChromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...calmFlags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

async function openInBrowser(
  browser: Browser,
  folder: string,
  locale: string,
  bookFolder: string | undefined,
  args: readonly string[],
  log: Log,
): Promise<Session> {
  const running: RunningHost = await startBrowserHost({
    dataFolder: join(folder, 'data'),
    ...(bookFolder === undefined ? {} : { bookFolder }),
    args,
  });
  const context = await browser.newContext({ locale, viewport, colorScheme: 'light' });
  const page = await context.newPage();
  watch(page, log);
  const calls = callsOf(page);
  await page.goto(running.address);
  return {
    page,
    menus: drawnMenus(page),
    close: async () => {
      // Here the host ends in the same moment as the tab, which it never does for a person: what the page still has to
      // say is waited for.
      await page.evaluate(() => dispatchEvent(new Event('pagehide')));
      await expect.poll(() => calls.size).toBe(0);
      await page.close({ runBeforeUnload: false });
      await context.close();
      await running.stop();
    },
  };
}

async function openInElectron(
  folder: string,
  systemLanguage: HostOptions['systemLanguage'],
  args: readonly string[],
  log: Log,
): Promise<Session> {
  const app = await launch({ dataFolder: join(folder, 'data'), systemLanguage, args });
  const page = await app.firstWindow();
  watch(page, log);
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: 'light' });
  return {
    page,
    menus: await systemMenus(app),
    close: async () => {
      await expectNoViolations(app);
      // Electron tells a page that it goes, and takes what it has sent, before it closes its window; a stand-in may do
      // neither. One more message, behind the others, has its answer when they have theirs.
      await page.evaluate(() => dispatchEvent(new Event('pagehide')));
      await call(page, 'settings:save', {});
      await app.close();
    },
  };
}

/** Calls to the host that are under way; the stream of its events never ends. */
function callsOf(page: Page): ReadonlySet<Request> {
  const calls = new Set<Request>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/') && pathname !== '/api/events') calls.add(request);
  });
  page.on('requestfinished', (request) => calls.delete(request));
  page.on('requestfailed', (request) => calls.delete(request));
  return calls;
}

function watch(page: Page, log: Log): void {
  page.on('request', (request) => {
    if (!['data:', 'blob:', 'about:'].includes(new URL(request.url()).protocol)) log.requests.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') log.errors.push(message.text());
  });
  page.on('pageerror', (error) => log.errors.push(error.message));
}
