/** `npm start` without npm: the script on the built repository. */
import { chmod, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { siteOf } from '../../electron/browser/site.ts';
import { startNode, type Child } from './child-process.ts';
import { call, openSession, send } from './loopback-client.ts';
import { repository, tempFolder } from './tiny-bundle.ts';

let dataFolder: string;
/** Where ELECTRON_OVERRIDE_DIST_PATH points: no Electron unless a test puts one there. */
let electronFolder: string;
const started: Child[] = [];

beforeEach(async () => {
  dataFolder = join(await tempFolder(), 'data');
  electronFolder = await tempFolder();
});

afterEach(async () => {
  for (const child of started.splice(0)) {
    // Passed on to the host, which a harder signal would leave behind.
    child.process.kill('SIGTERM');
    await child.ended;
  }
});

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Child {
  const script = join(repository, 'build', 'start', 'start.ts');
  const child = startNode([script, '--data', dataFolder, ...args], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ELECTRON_OVERRIDE_DIST_PATH: electronFolder, ...env },
  });
  started.push(child);
  return child;
}

/** What was said besides what the build has to say. */
const said = (child: Child) => child.err.filter((line) => !line.startsWith('built '));

const addressPattern = /^http:\/\/\S+#code=\S+$/;

describe('npm start', () => {
  it('opens the edition in the browser host, and ends well by a signal', { timeout: 180_000 }, async () => {
    const child = start(['--host', 'browser', '--no-open']);
    const address = await child.line(addressPattern);
    const { hostname, port } = new URL(address);
    const server = { port: Number(port), site: siteOf(hostname.split('.')[0] ?? '', Number(port)) };
    expect((await send(server, { path: '/' })).text).toContain('<script type="module"');
    const { token } = await openSession(server, address);
    const answer = await call(server, 'app:start', token, { systemLanguages: ['zh-CN'] });
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { chapter: { lang: 'zh' }, warnings: [] } });
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(0);
  });

  it.skipIf(process.platform !== 'linux')(
    'explains in two lines that there is no Electron, then prints the address where there is no display',
    async () => {
      const child = start([]);
      await child.line(addressPattern);
      const lines = said(child);
      expect(lines.slice(0, 2).join('\n')).toMatch(
        /^Electron's binary is not installed.*\n.*ELECTRON_MIRROR=\S+ npx install-electron$/,
      );
      expect(lines[2]).toContain('There is no display');
    },
  );

  it('ends with the same two lines where Electron is asked for and not there', async () => {
    const child = start(['--host', 'electron']);
    expect(await child.ended).toBe(1);
    expect(said(child)).toHaveLength(2);
    expect(said(child).join('\n')).toContain('ELECTRON_MIRROR=');
  });

  it.skipIf(process.platform !== 'linux')('hands over to Electron where it is there', async () => {
    const electron = join(electronFolder, 'electron');
    await writeFile(electron, '#!/bin/sh\necho "$@"\nexit 7\n');
    await chmod(electron, 0o755);
    const child = start([], { DISPLAY: ':99' });
    expect(await child.ended).toBe(7);
    expect(child.out.join('\n')).toMatch(new RegExp(`^(--no-sandbox )?${repository} --data ${dataFolder}$`));
  });
});

describe('a start that cannot be', () => {
  it('names the port that is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const child = start(['--port', String(port)]);
    expect(await child.ended).toBe(1);
    expect(said(child)).toEqual([
      `Port ${port} is in use by another program. Name another with --port, or leave --port out.`,
    ]);
    other.close();
  });

  it.each([
    ['--host', 'netscape'],
    ['--host', 'electron', '--no-open'],
    ['--datta', 'x'],
  ])('names the option that is wrong (%s %s)', async (...args) => {
    const child = start(args);
    expect(await child.ended).toBe(2);
    expect(said(child).at(-1)).toBe('Try "npm start -- --help".');
    expect(said(child).join('\n')).not.toMatch(/^ +at /m);
  });
});
