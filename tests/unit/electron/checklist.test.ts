/**
 * Electron's security recommendations, as far as the code says whether they are kept: what may be named in one place
 * only, or nowhere. What they do in a running program is shown by tests/electron; docs/security.md has the table.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../../helpers/electron-binary.ts';
import { namesByFile, namesIn } from '../../helpers/names-in-code.ts';

const names = namesByFile(['core', 'electron', 'renderer']);
const filesWith = (name: string): string[] =>
  [...names].flatMap(([file, inFile]) => (inFile.has(name) ? [file] : [])).sort();
const source = (file: string): string => readFileSync(join(repository, file), 'utf8');

/** Name, and the only files that may have it. */
type Places = readonly (readonly [name: string, files: readonly string[]])[];

const recommendations: Readonly<Record<string, Places>> = {
  '1: only secure content': [
    ['loadURL', ['electron/main/window.ts']],
    ['loadFile', []],
    ['autoUpdater', []],
    ['crashReporter', []],
  ],
  '2: no Node in a page': [
    ['new BrowserWindow', ['electron/main/window.ts']],
    ['BaseWindow', []],
    ['WebContentsView', []],
    ['BrowserView', []],
    ['nodeIntegration', ['electron/main/window.ts']],
    ['nodeIntegrationInWorker', ['electron/main/window.ts']],
    ['nodeIntegrationInSubFrames', ['electron/main/window.ts']],
  ],
  '3: context isolation': [['contextIsolation', ['electron/main/window.ts']]],
  '4: the sandbox': [
    ['sandbox', ['electron/main/window.ts']],
    ['enableSandbox', ['electron/main/lock-down.ts']],
    ['appendSwitch', ['electron/main/lock-down.ts']],
    ['appendArgument', []],
  ],
  '6: web security': [['webSecurity', ['electron/main/window.ts']]],
  '8: no mixed content': [['allowRunningInsecureContent', []]],
  '9: no experiments of Chromium': [['experimentalFeatures', []]],
  '10: no features of Blink': [
    ['enableBlinkFeatures', []],
    ['disableBlinkFeatures', []],
  ],
  '11: no webview': [['webviewTag', ['electron/main/window.ts']]],
  '14: no other windows': [['setWindowOpenHandler', ['electron/main/lock-down.ts']]],
  '15: nothing is handed to the system unasked': [
    ['openExternal', ['electron/main/links.ts']],
    ['openPath', []],
    ['showItemInFolder', []],
    ['trashItem', []],
    ['writeShortcutLink', []],
  ],
  '17: one door for messages': [
    ['ipcMain', ['electron/main/ipc.ts']],
    ['ipcRenderer', ['electron/preload/preload.ts']],
    ['MessageChannelMain', []],
  ],
  '18: a scheme of our own': [
    ['registerSchemesAsPrivileged', ['electron/main/protocol.ts']],
    ['registerFileProtocol', []],
    ['interceptFileProtocol', []],
    ['bypassCSP', []],
    ['corsEnabled', []],
    ['allowServiceWorkers', []],
  ],
  '20: nothing of Electron in the page': [
    ['contextBridge', ['electron/preload/preload.ts']],
    ['exposeInMainWorld', ['electron/preload/preload.ts']],
    ['exposeInIsolatedWorld', []],
    ['executeJavaScript', []],
    ['executeJavaScriptInIsolatedWorld', []],
    ['insertCSS', []],
  ],
  'markup enters the page by one sanitiser': [
    ['dangerouslySetInnerHTML', ['renderer/features/marks/NoteText.tsx', 'renderer/features/reading/BookBlock.tsx']],
    ['innerHTML', ['renderer/html/sanitise.ts']],
    ['outerHTML', []],
    ['insertAdjacentHTML', []],
    ['createContextualFragment', []],
    ['setHTMLUnsafe', []],
    ['parseHTMLUnsafe', []],
    ['DOMParser', []],
    ['createPolicy', ['renderer/html/sanitise.ts', 'renderer/search/client.ts']],
    ['eval', []],
    ['Function', []],
    ['srcdoc', []],
  ],
};

describe.each(Object.entries(recommendations))('%s', (_, places) => {
  it.each(places)('%s is named by %j alone', (name, files) => {
    expect(filesWith(name)).toEqual(files);
  });
});

it('a name counts as a variable, a property and a key, and not in a comment or a text', () => {
  const code = "// loadFile\nwindow['openPath'](eval); const a = { 'bypassCSP': 'innerHTML', b: new Worker(`shell`) };";
  expect([...namesIn('x.ts', code)].sort()).toEqual([
    'Worker',
    'a',
    'b',
    'bypassCSP',
    'eval',
    'new Worker',
    'openPath',
    'window',
  ]);
});

it('2 to 12: the one window is made with everything shut that can be shut', () => {
  const options = /webPreferences: \{([^}]*)\}/.exec(source('electron/main/window.ts'))?.[1] ?? '';
  expect(source('electron/main/window.ts').split('new BrowserWindow(')).toHaveLength(2);
  const written = options.split(',').flatMap((line) => line.trim() || []);
  expect(written.sort()).toEqual([
    'contextIsolation: true',
    'devTools: !app.isPackaged',
    'disableDialogs: true',
    'navigateOnDragDrop: false',
    'nodeIntegration: false',
    'nodeIntegrationInSubFrames: false',
    'nodeIntegrationInWorker: false',
    'preload: preloadFile',
    'sandbox: true',
    'spellcheck: false',
    'webSecurity: true',
    'webviewTag: false',
  ]);
});

it('4 and 18: the lock and the scheme stand before Electron is ready', () => {
  const main = source('electron/main/main.ts');
  const places = ['\nregisterAppScheme();', '\nlockDown(app);', 'app.whenReady()'].map((step) => main.indexOf(step));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual([...places].sort((one, other) => one - other));
});

it('16: Electron and every other package is one exact version, installed from the lock file', () => {
  const { dependencies, devDependencies } = JSON.parse(source('package.json')) as Record<
    string,
    Record<string, string>
  >;
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const lock = JSON.parse(source('package-lock.json')) as {
    packages: Record<string, { version: string; integrity?: string }>;
  };
  expect(lock.packages['node_modules/electron']?.version).toBe(devDependencies?.electron);
  const unsigned = Object.entries(lock.packages).filter(
    ([path, { integrity }]) => path !== '' && integrity === undefined,
  );
  expect(unsigned.map(([path]) => path)).toEqual([]);
  expect(source('.github/workflows/security.yml')).toMatch(/npm audit --omit=dev\n[\s\S]*npm outdated electron/);
});

it('docs/security.md has a row for each of the twenty, and every test it names is there and runs', () => {
  const text = source('docs/security.md');
  const rows = text.split('\n').filter((line) => /^\| \d+ /.test(line));
  expect(rows.map((row) => Number(/\d+/.exec(row)?.[0]))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  for (const row of rows) expect(testsIn(row), row).not.toEqual([]);
  for (const name of testsIn(text)) {
    const files = globSync(name, { cwd: repository }).filter((file) => !file.endsWith('.yml'));
    expect(existsSync(join(repository, name)) || files.length > 0, name).toBe(true);
    // What skips itself without a condition has no test in it any more.
    for (const file of files.filter((one) => one.endsWith('.ts')))
      expect(source(file), file).not.toMatch(/\b(?:test|it|describe)\.(?:skip|todo|only|fixme)\((?:['"`]|\))/);
  }
});

/** The tests and workflows that a part of the document names. */
function testsIn(text: string): string[] {
  return [...text.matchAll(/`((?:tests|\.github)\/[^`]+)`/g)].map((match) => match[1] ?? '');
}

it('every table of docs/security.md says for each row what shows it', () => {
  const cells = (line: string): string[] => line.split('|').slice(1, -1);
  let columns = 0;
  let isTable = false;
  for (const line of source('docs/security.md').split('\n')) {
    if (!line.startsWith('|')) isTable = false;
    else if (isTable) {
      expect(cells(line), line).toHaveLength(columns);
      expect(
        cells(line).filter((cell) => cell.trim() === ''),
        line,
      ).toEqual([]);
    } else {
      isTable = true;
      columns = cells(line).length;
    }
  }
});
