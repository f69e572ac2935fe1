/** The browser host as a process: how it starts, is found, and ends. */
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testChromium } from '../../build/setup/chromium.ts';
import { siteOf } from '../../electron/browser/site.ts';
import { claimFolder } from '../../electron/services/claim.ts';
import { startNode, type Child } from './child-process.ts';
import { call, openSession, openStream } from './loopback-client.ts';
import { repository, tempFolder, writeTinyBundle } from './tiny-bundle.ts';

let bookFolder: string;
let pageFolder: string;
let dataFolder: string;
const started: Child[] = [];
/** Processes of browsers: the host lets them go, so nobody else ends them. */
const windows: number[] = [];
const closeWindows = () => {
  for (const pid of windows.splice(0)) process.kill(pid, 'SIGTERM');
};

beforeAll(async () => {
  bookFolder = await writeTinyBundle();
  pageFolder = await tempFolder();
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html><script type="module" src="/page.js"></script>');
  // What the real page does first, and no more.
  await writeFile(
    join(pageFolder, 'page.js'),
    `const call = (path, body, token) => fetch(path, { method: 'POST', body: JSON.stringify(body),
       headers: { 'Content-Type': 'application/json', 'X-Recto-Token': token } });
     const code = location.hash.slice('#code='.length);
     const { value } = await (await call('/api/session', { code }, '')).json();
     await call('/api/position:save', { bookId: 'tiny', lang: 'en', chapterId: 'enclaves', blockId: 'enclaves.1',
       fraction: 0 }, value.token);
     const events = await call('/api/events', {}, value.token);
     for await (const chunk of events.body) document.title = String(chunk.length);`,
  );
});

beforeEach(async () => {
  dataFolder = join(await tempFolder(), 'data');
});

afterEach(async () => {
  closeWindows();
  for (const child of started.splice(0)) {
    child.process.kill('SIGKILL');
    await child.ended;
  }
});

/** `recto serve` with what every test needs; without a display unless `env` gives one. */
function serve(args: readonly string[] = ['--no-open'], env: NodeJS.ProcessEnv = {}): Child {
  const recto = join(repository, 'electron', 'cli', 'recto.ts');
  const all = ['serve', '--book', bookFolder, '--page', pageFolder, '--data', dataFolder, ...args];
  const child = startNode([recto, ...all], { env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...env } });
  started.push(child);
  return child;
}

const addressPattern = /^http:\/\/\S+#code=\S+$/;

/** The printed address, and the server behind it. */
async function reach(child: Child) {
  const address = await child.line(addressPattern);
  const { hostname, port } = new URL(address);
  return { address, server: { port: Number(port), site: siteOf(hostname.split('.')[0] ?? '', Number(port)) } };
}

describe('the browser host', () => {
  it('ends when its last page has been closed, and not while another is open', async () => {
    const child = serve();
    const { address, server } = await reach(child);
    const { token } = await openSession(server, address);
    const [first, second] = [await openStream(server, token), await openStream(server, token)];
    first.close();
    // A reload: gone, and back before the host has given up.
    second.close();
    const reloaded = await openStream(server, token);
    expect((await call(server, 'settings:save', token, { theme: 'dark' })).status).toBe(200);
    const before = performance.now();
    reloaded.close();
    expect(await child.ended).toBe(0);
    expect(performance.now() - before).toBeGreaterThan(4000);
    expect(existsSync(join(dataFolder, 'running.json'))).toBe(false);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('ends well at once by %s, with a page open', async (signal) => {
    const child = serve();
    const { address, server } = await reach(child);
    const { token } = await openSession(server, address);
    const stream = await openStream(server, token);
    const before = performance.now();
    child.process.kill(signal);
    await stream.ended;
    expect(await child.ended).toBe(0);
    expect(performance.now() - before).toBeLessThan(3000);
    expect(child.err.join('\n')).not.toMatch(/Error|at /);
  });

  it('gives a second start another window of the running one', async () => {
    const { address, server } = await reach(serve());
    const second = serve(['--no-open', '--json']);
    expect(await second.ended).toBe(0);
    expect(second.err.join('\n')).toContain('Recto is running already');
    const other = (JSON.parse(second.out.join('')) as { address: string }).address;
    expect(new URL(other).origin).toBe(new URL(address).origin);
    expect(other).not.toBe(address);
    // Both work, once each.
    expect(await openSession(server, other)).toEqual(await openSession(server, address));
    await expect(openSession(server, other)).rejects.toThrow('401');
  });

  it('keeps what another start needs for its user alone', async () => {
    const { address } = await reach(serve());
    const file = join(dataFolder, 'running.json');
    await expect.poll(() => existsSync(file)).toBe(true);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await readFile(file, 'utf8')).not.toContain(address.split('#code=')[1]);
  });

  it('starts after kill -9 as if nothing had been', async () => {
    const killed = serve();
    const { address } = await reach(killed);
    killed.process.kill('SIGKILL');
    await killed.ended;
    const { address: next, server } = await reach(serve());
    expect(new URL(next).hostname).not.toBe(new URL(address).hostname);
    await openSession(server, next);
  });

  it('says that Recto is running where the other host has the folder', async () => {
    const claim = claimFolder(dataFolder);
    const child = serve();
    expect(await child.ended).toBe(1);
    expect(child.err.join('\n')).toContain(`Recto is running already with the data folder ${dataFolder}`);
    if (claim.kind === 'held') claim.release();
    await reach(serve());
  });

  it('reads on where the data folder is a file, and says so', async () => {
    await writeFile(dataFolder, '');
    const child = serve();
    const { address, server } = await reach(child);
    const { token } = await openSession(server, address);
    const answer = await call(server, 'app:start', token, { systemLanguages: [] });
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { warnings: [{ code: 'store-unavailable' }] } });
    expect(await child.line(/store-unavailable/)).toContain(dataFolder);
  });

  it('answers with the failure where the book is missing, and says so', async () => {
    const child = serve(['--no-open', '--book', join(dataFolder, 'no-book')]);
    const { address, server } = await reach(child);
    const { token } = await openSession(server, address);
    const answer = await call(server, 'app:start', token, { systemLanguages: [] });
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'book-missing' } });
    expect(await child.line(/book-missing/)).toContain('no-book');
  });
});

describe('a start that cannot be', () => {
  it('names the port that is in use, and the way out', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const child = serve(['--no-open', '--port', String(port)]);
    expect(await child.ended).toBe(1);
    expect(child.err).toEqual([
      `Port ${port} is in use by another program. Name another with --port, or leave --port out.`,
    ]);
    other.close();
  });

  it('names the page that is not built', async () => {
    const child = serve(['--no-open', '--page', dataFolder]);
    expect(await child.ended).toBe(1);
    expect(child.err.join('\n')).toContain(dataFolder);
    expect(child.err).toHaveLength(1);
  });

  it.each([['--port', 'x'], ['--prot', '1'], ['extra']])('names the option that is wrong (%s)', async (...args) => {
    const child = serve(args);
    expect(await child.ended).toBe(2);
    expect(child.err.join('\n')).toContain(args[0]);
    expect(child.err.join('\n')).not.toMatch(/^ +at /m);
  });
});

describe('where no window can be opened', () => {
  it('the address is printed: there is no display', async () => {
    const child = serve([]);
    await reach(child);
    if (process.platform === 'linux') expect(child.err.join('\n')).toContain('There is no display');
  });

  it.each([
    ['RECTO_BROWSER names nothing', '/no/such/browser', 'RECTO_BROWSER names "/no/such/browser"'],
    ['the browser fails', '/bin/false', '/bin/false shows no window: it ended with status 1'],
  ])('the address is printed: %s', async (_, browser, reason) => {
    const child = serve([], { DISPLAY: ':99', RECTO_BROWSER: browser });
    const { address, server } = await reach(child);
    expect(child.err.join('\n')).toContain(reason);
    await openSession(server, address);
  });
});

describe.skipIf(testChromium() === undefined || process.platform === 'win32')('a window in a real browser', () => {
  /** Chromium without a screen; notes its command line and its process. */
  async function headless(): Promise<{ browser: string; args: () => Promise<string>; pid: () => Promise<number> }> {
    const folder = await tempFolder();
    const [browser, args, pid] = [join(folder, 'browser'), join(folder, 'args'), join(folder, 'pid')];
    const script = `#!/bin/sh\necho "$@" > ${args}\necho $$ > ${pid}\nexec ${testChromium() ?? ''} --headless --disable-gpu "$@"\n`;
    await writeFile(browser, script);
    await chmod(browser, 0o755);
    return {
      browser,
      args: () => readFile(args, 'utf8'),
      pid: async () => (existsSync(pid) ? Number(await readFile(pid, 'utf8')) : 0),
    };
  }

  it('opens, takes its code, keeps its place, and ends Recto when it is closed', async () => {
    const window = await headless();
    await mkdir(dataFolder, { recursive: true });
    const child = serve([], { DISPLAY: ':99', RECTO_BROWSER: window.browser });
    const running = join(dataFolder, 'running.json');
    await expect.poll(() => existsSync(running), { timeout: 20_000 }).toBe(true);
    await expect.poll(window.pid, { timeout: 20_000 }).toBeGreaterThan(0);
    windows.push(await window.pid());
    const { port, host } = JSON.parse(await readFile(running, 'utf8')) as { port: number; host: string };

    // A second page sees what the first has saved.
    const second = serve(['--no-open']);
    const { address } = await reach(second);
    expect(await second.ended).toBe(0);
    const server = { port, site: siteOf(host.split('.')[0] ?? '', port) };
    const { token } = await openSession(server, address);
    const page = await openStream(server, token);
    const place = async () => (await call(server, 'app:start', token, { systemLanguages: ['en'] })).text;
    await expect.poll(place, { timeout: 30_000 }).toContain('"blockId":"enclaves.1"');

    const commandLine = await window.args();
    expect(commandLine).not.toContain(token);
    expect(commandLine).not.toContain('remote-debugging');
    expect(commandLine).toContain(`--user-data-dir=${join(dataFolder, 'browser-profile')}`);

    page.close();
    closeWindows();
    expect(await child.ended, child.err.join('\n')).toBe(0);
  });
});
