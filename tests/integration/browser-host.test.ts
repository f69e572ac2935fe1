/** The loopback server against everybody else on the machine: the real server, real sockets. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits, startServer, type LoopbackServer } from '../../electron/browser/server.ts';
import { openServices, pageDoesIt, type Services } from '../../electron/services/host-services.ts';
import { call, openSession, openStream, send, sendRaw } from './loopback-client.ts';
import { picture, tempFolder, writeTinyBundle } from './tiny-bundle.ts';

let services: Services;
let server: LoopbackServer;
let token: string;
let cookie: string;

beforeAll(async () => {
  const folder = await tempFolder();
  const pageFolder = join(folder, 'page');
  await mkdir(join(pageFolder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html><title>Recto</title>');
  await writeFile(join(pageFolder, 'assets', 'index-1a2b.js'), 'export {};');
  await symlink(join(folder, 'secret.txt'), join(pageFolder, 'out.txt'));
  services = await openServices({
    bookFolder: await writeTinyBundle(),
    dataFolder: join(folder, 'data'),
    version: '1.2.3',
    host: 'browser',
    openLink: () => Promise.resolve('ask'),
    desk: pageDoesIt,
  });
  server = await startServer({ services, pageFolder, port: 0, onDeserted: () => undefined });
  server.presence.expectPage(Infinity);
  ({ token, cookie } = await openSession(server, server.windowAddress()));
});

afterAll(async () => {
  await server.close();
  services.close();
});

const start = { systemLanguages: ['zh-CN'] };

describe('the page', () => {
  it('is served with a policy that lets nothing else run, and is not kept', async () => {
    const answer = await send(server, { path: '/' });
    expect(answer).toMatchObject({ status: 200, text: '<!doctype html><title>Recto</title>' });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
  });

  it('has files whose names change with their content, which may be kept for ever', async () => {
    expect((await send(server, { path: '/assets/index-1a2b.js?x' })).headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('answers HEAD with the headers alone', async () => {
    const answer = await send(server, { method: 'HEAD', path: '/' });
    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(answer.headers['content-length']).toBe('35');
  });

  it.each([
    '/assets',
    '/assets/',
    '/out.txt',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e/secret.txt',
    '//secret.txt',
    '/index.html%00',
    '/%ff',
    '/etc/passwd',
    '/.env',
    '/favicon.ico',
    'http://evil.example/',
  ])('has nothing at %s', async (path) => {
    const answer = await send(server, { path });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('secret');
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'/);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('takes no %s', async (method) => {
    expect([403, 405]).toContain((await send(server, { method, path: '/' })).status);
  });
});

describe('a call', () => {
  it('reaches the services', async () => {
    const answer = await call(server, 'app:start', token, start);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { host: 'browser', manifest: { id: 'tiny' } } });
  });

  it('reaches them with the headers of a browser, too, and with its name encoded', async () => {
    const headers = { Origin: server.site.origin, 'Sec-Fetch-Site': 'same-origin' };
    expect(await call(server, 'app%3Astart', token, start, headers)).toMatchObject({ status: 200 });
  });

  it.each(['app:stop', '', '../app:start', '__proto__', '%ff'])('of the name %j is a bad request', async (name) => {
    expect(JSON.parse((await call(server, name, token, start)).text)).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
  });

  it.each([
    ['none', {}],
    ['an empty one', { 'X-Recto-Token': '' }],
    ['a wrong one', { 'X-Recto-Token': 'A'.repeat(43) }],
    ['the cookie in its place', { Cookie: 'COOKIE' }],
    ['the launch key in its place', { 'X-Recto-Token': 'LAUNCHKEY' }],
    ['it under another name', { Authorization: 'Bearer TOKEN' }],
    ['a part of it', { 'X-Recto-Token': 'PART' }],
  ])('without the token (%s) is refused and changes nothing', async (_, headers) => {
    const secrets: Readonly<Record<string, string>> = {
      COOKIE: cookie,
      LAUNCHKEY: server.launchKey,
      TOKEN: token,
      PART: token.slice(0, -1),
    };
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace(/[A-Z]{4,}$/, (key) => secrets[key] ?? key)]),
    );
    const answer = await send(server, {
      method: 'POST',
      path: '/api/settings:save',
      headers: { 'Content-Type': 'application/json', ...filled },
      body: '{"theme":"dark"}',
    });
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(JSON.parse((await call(server, 'app:start', token, start)).text)).toMatchObject({
      value: { settings: { theme: 'system' } },
    });
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE'])('as %s does nothing, even with the token', async (method) => {
    const answer = await send(server, {
      method,
      path: '/api/app:start',
      headers: { 'X-Recto-Token': token, Cookie: cookie },
    });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('POST');
  });

  it.each([
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
  ])('of the type %s is refused', async (type) => {
    const answer = await send(server, {
      method: 'POST',
      path: '/api/app:start',
      headers: { 'X-Recto-Token': token, ...(type === undefined ? {} : { 'Content-Type': type }) },
      body: JSON.stringify(start),
    });
    expect(answer.status).toBe(415);
  });

  it.each(['', '{', 'null', '[]', '{"systemLanguages":[1]}', '{"systemLanguages":[],"x":1}', '\xff\xfe'])(
    'with the body %j is a bad request',
    async (body) => {
      const answer = await send(server, {
        method: 'POST',
        path: '/api/app:start',
        headers: { 'X-Recto-Token': token, 'Content-Type': 'application/json' },
        body: Buffer.from(body, 'latin1'),
      });
      expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    },
  );

  it('with a body of more than a megabyte is refused before it is read', async () => {
    const headers = { 'X-Recto-Token': token, 'Content-Type': 'application/json' };
    const announced = `POST /api/app:start HTTP/1.1\r\nHost: ${server.site.host}\r\nX-Recto-Token: ${token}\r\nContent-Type: application/json\r\nContent-Length: 10000000000000\r\n\r\n`;
    expect(await sendRaw(server.port, announced)).toMatch(/^HTTP\/1\.1 413 /);
    // Without a length it is counted while it comes.
    const chunk = 'x'.repeat(0x8000);
    const chunks = `8000\r\n${chunk}\r\n`.repeat(33);
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const chunked = `POST /api/app:start HTTP/1.1\r\nHost: ${server.site.host}\r\n${head.join('')}Transfer-Encoding: chunked\r\n\r\n${chunks}`;
    expect(await sendRaw(server.port, chunked)).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('another site', () => {
  const foreignHeaders: readonly Readonly<Record<string, string>>[] = [
    { Host: 'evil.example' },
    { Host: 'localhost' },
    { Host: '127.0.0.1' },
    { Origin: 'http://evil.example' },
    { Origin: 'null' },
    { Origin: 'http://127.0.0.1' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ];

  it.each(foreignHeaders)('that comes with %j gets nothing, not even with the right token', async (headers) => {
    const withPort = headers.Host?.includes('evil') === false ? { Host: `${headers.Host}:${server.port}` } : headers;
    for (const path of ['/', '/api/app:start', '/books/tiny/assets/dot.png', '/missing']) {
      const answer = await send(server, {
        method: path.startsWith('/api/') ? 'POST' : 'GET',
        path,
        headers: { 'Content-Type': 'application/json', 'X-Recto-Token': token, Cookie: cookie, ...withPort },
        ...(path.startsWith('/api/') ? { body: JSON.stringify(start) } : {}),
      });
      expect(answer.status).toBe(403);
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      expect(answer.text).not.toContain('tiny');
    }
  });

  it('is told no when its browser asks whether it may call', async () => {
    const answer = await send(server, {
      method: 'OPTIONS',
      path: '/api/app:start',
      headers: {
        Origin: 'http://evil.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'x-recto-token',
        'Access-Control-Request-Private-Network': 'true',
      },
    });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('cannot hide behind a second Host header, or none', async () => {
    const twice = `GET / HTTP/1.1\r\nHost: ${server.site.host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`;
    expect(await sendRaw(server.port, twice)).toMatch(/^HTTP\/1\.1 40[03] /);
    expect(await sendRaw(server.port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 40[03] /);
    expect(await sendRaw(server.port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 40[03] /);
  });
});

describe('a session', () => {
  const exchange = (body: string) =>
    send(server, { method: 'POST', path: '/api/session', headers: { 'Content-Type': 'application/json' }, body });

  it('comes of a code, once', async () => {
    const code = server.windowAddress().split('#code=')[1];
    const first = await exchange(JSON.stringify({ code }));
    expect(JSON.parse(first.text)).toEqual({ ok: true, value: { token } });
    expect(first.headers['set-cookie']).toEqual([
      expect.stringMatching(/^recto=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    const second = await exchange(JSON.stringify({ code }));
    expect(second.status).toBe(401);
    expect(second.headers).not.toHaveProperty('set-cookie');
  });

  it.each(['{}', '{"code":""}', '{"code":null}', '{"code":"guess"}', '{"code":["x"]}', '{"code":"x","more":1}'])(
    'does not come of %s',
    async (body) => {
      expect((await exchange(body)).status).toBe(401);
    },
  );

  it('stands at an address of its own: a random name, no token', () => {
    const address = server.windowAddress();
    expect(address).toMatch(/^http:\/\/[0-9a-f]{32}\.localhost:\d+\/#code=[\w-]{43}$/);
    expect(address).not.toContain(token);
  });
});

describe('a window for another start of Recto', () => {
  const ask = (key: string) =>
    send(server, {
      method: 'POST',
      path: '/api/window',
      headers: { 'Content-Type': 'application/json', 'X-Recto-Launch': key },
      body: '{}',
    });

  it('is given for the launch key and for nothing else', async () => {
    const answer = JSON.parse((await ask(server.launchKey)).text) as { value: { code: string } };
    expect(await openSession(server, `#code=${answer.value.code}`)).toEqual({ token, cookie });
    expect((await ask(token)).status).toBe(401);
    expect((await call(server, 'window', token)).status).toBe(401);
  });
});

describe("a book's picture", () => {
  it('is shown to a page that has the cookie', async () => {
    const answer = await send(server, { path: '/books/tiny/assets/dot.png', headers: { Cookie: `a=b; ${cookie}` } });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(picture.length),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it.each([{}, { Cookie: 'recto=' }, { Cookie: `recto=${'A'.repeat(43)}` }])(
    'is not shown with %j',
    async (headers) => {
      expect((await send(server, { path: '/books/tiny/assets/dot.png', headers })).status).toBe(401);
    },
  );

  it.each([
    '/books/tiny/assets/missing.png',
    '/books/tiny/assets/',
    '/books/tiny/assets/dot.png/',
    '/books/tiny/assets/../book.json',
    '/books/tiny/assets/%2e%2e/book.json',
    '/books/tiny/assets/%2e%2e%2fbook.json',
    '/books/tiny/assets/..%5cbook.json',
    '/books/tiny/book.json',
    '/books/tiny/integrity.json',
    '/books/other/assets/dot.png',
    '/books/',
    '/books/tiny',
  ])('is not at %s', async (path) => {
    expect((await send(server, { path, headers: { Cookie: cookie } })).status).toBe(404);
  });
});

describe('the stream of events', () => {
  it('carries events, and needs the token', async () => {
    const stream = await openStream(server, token);
    expect(stream.status).toBe(200);
    server.presence.publish('command:chosen', { id: 'open-settings' });
    await expect
      .poll(() => stream.lines().map((line) => JSON.parse(line) as unknown))
      .toEqual([{ name: 'command:chosen', payload: { id: 'open-settings' } }]);
    stream.close();
    await expect.poll(() => server.presence.pageCount()).toBe(0);
    const refused = await openStream(server, 'wrong');
    expect(refused.status).toBe(401);
    refused.close();
  });
});

describe('a client that takes its time', () => {
  const limits = { ...defaultLimits, headersMs: 400, requestMs: 800 };
  let impatient: LoopbackServer;

  beforeAll(async () => {
    const pageFolder = await tempFolder();
    await writeFile(join(pageFolder, 'index.html'), 'here');
    impatient = await startServer({ services, pageFolder, port: 0, limits, onDeserted: () => undefined });
  });
  afterAll(() => impatient.close());

  it('does not keep others waiting, and is sent away', async () => {
    const half = `GET / HTTP/1.1\r\nHost: ${impatient.site.host}\r\nX-Slow: `;
    const slow = Array.from({ length: 300 }, () => sendRaw(impatient.port, half));
    const before = performance.now();
    expect((await send(impatient, { path: '/' })).text).toBe('here');
    expect(performance.now() - before).toBeLessThan(1000);
    for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it('is sent away in the middle of a body, too', async () => {
    const half = `POST /api/session HTTP/1.1\r\nHost: ${impatient.site.host}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`;
    expect(await sendRaw(impatient.port, half)).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
  });

  it('is sent away with a megabyte of headers', async () => {
    const huge = `GET / HTTP/1.1\r\nHost: ${impatient.site.host}\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`;
    expect(await sendRaw(impatient.port, huge)).toMatch(/^HTTP\/1\.1 431 /);
  });
});

it('nobody outside this machine can reach the server', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const host of ['::1', ...others.map(({ address }) => address)]) {
    await expect(
      new Promise((resolve, reject) => connect(server.port, host, () => resolve(host)).on('error', reject)),
    ).rejects.toThrow();
  }
});
