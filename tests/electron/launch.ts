/** Starts the compiled host as `electron FOLDER` would, on a data folder of its own, and ends it again. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test, type ElectronApplication, type Page } from 'playwright/test';
import { electronBinary, noElectron, repository } from '../helpers/electron-binary.ts';

export interface LaunchOptions {
  /** Folder with package.json and dist/; the repository where none is given. */
  readonly appFolder?: string;
  readonly dataFolder: string;
  readonly systemLanguage?: 'zh-CN' | 'en-US';
  readonly args?: readonly string[];
}

/** Launches and resolves once the process is up; the window may still be to come. */
export async function launch(options: LaunchOptions): Promise<ElectronApplication> {
  const { appFolder = repository, dataFolder, systemLanguage = 'en-US', args = [] } = options;
  if (!existsSync(join(appFolder, 'dist', 'electron', 'main.js'))) throw new Error('dist/ is not built: run npm test.');
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return _electron.launch({
    // Without executablePath Playwright takes the package's binary (or the override), and holds back `ready` until it
    // is attached: so the language below is there before the page is.
    args: [appFolder, `--user-data-dir=${dataFolder}`, `--lang=${systemLanguage}`, ...args],
    cwd: appFolder,
    locale: systemLanguage,
    env: {
      ...Object.fromEntries(inherited),
      LANGUAGE: systemLanguage,
      LANG: `${systemLanguage.replace('-', '_')}.UTF-8`,
    },
  });
}

export interface Reader {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
}

/**
 * One running reader for all tests of a file, started before the first and ended after the last. Skips the file where
 * there is no Electron. After the last test, nothing may have been done that the real Electron refuses or ignores.
 */
export function useReader(appFolder: () => Promise<string>, options: Partial<LaunchOptions> = {}): () => Reader {
  test.skip(electronBinary() === undefined, noElectron);
  let reader: Reader | undefined;
  let folder = '';
  test.beforeAll(async () => {
    folder = await appFolder();
    const dataFolder = await makeDataFolder();
    const app = await launch({ appFolder: folder, dataFolder, ...options });
    reader = { app, page: await firstPage(app), dataFolder };
  });
  test.afterAll(async () => {
    if (reader === undefined) return;
    await expectNoViolations(reader.app);
    await reader.app.close();
    await rm(reader.dataFolder, { recursive: true, force: true });
    if (folder !== repository) await rm(folder, { recursive: true, force: true });
  });
  return () => {
    if (reader === undefined) throw new Error('The reader has not been started.');
    return reader;
  };
}

/** The page of the first window, once it shows a chapter or a message. */
export async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.locator('main article h1:not(:empty), [role="alert"]').first().waitFor();
  return page;
}

export function makeDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'recto-data-'));
}

/** Calls a channel as the page does, with any request. */
export function call(page: Page, channel: string, request: unknown): Promise<unknown> {
  return page.evaluate(
    async ([name, value]) => {
      const { recto } = window as unknown as { recto: Record<string, (request: unknown) => Promise<unknown>> };
      return recto[name]?.(value) ?? 'no such function';
    },
    [channel, request] as const,
  );
}

interface StandInRecord {
  readonly violations: readonly { rule: string; message: string }[];
}

/** What a stand-in for Electron has noted down; the real one keeps no such list. */
export async function expectNoViolations(app: ElectronApplication): Promise<void> {
  const violations = await app.evaluate(
    () => (globalThis as { __electronEmulator?: StandInRecord }).__electronEmulator?.violations ?? [],
  );
  expect(violations).toEqual([]);
}
