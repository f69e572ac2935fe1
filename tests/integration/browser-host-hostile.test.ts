/** Every channel of the contract against whoever reaches the loopback server: what a page would never send, and others than our page. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { channelNames } from '../../core/contract/names.ts';
import { startServer, type LoopbackServer } from '../../electron/browser/server.ts';
import { openServices, pageDoesIt, type Services } from '../../electron/services/host-services.ts';
import { hostileRequests, unfold } from '../helpers/hostile-requests.ts';
import { call, openSession, send, sendRaw, type Call } from './loopback-client.ts';
import { tempFolder, writeTinyBundle } from './tiny-bundle.ts';

let services: Services;
let server: LoopbackServer;
let token: string;
let cookie: string;
let stateBefore: unknown;

beforeAll(async () => {
  const folder = await tempFolder();
  const pageFolder = join(folder, 'page');
  await mkdir(join(pageFolder, 'assets'), { recursive: true });
  await mkdir(join(folder, 'page-beside'));
  for (const file of ['secret.txt', 'page-beside/secret.txt']) await writeFile(join(folder, file), 'SECRET');
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html><title>Recto</title>');
  await symlink(join(folder, 'secret.txt'), join(pageFolder, 'link.txt'));
  await symlink(folder, join(pageFolder, 'up'));
  await symlink('/', join(pageFolder, 'assets', 'root'));
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
  stateBefore = await state();
});

afterAll(async () => {
  await server.close();
  services.close();
});

/** What a request could have changed. */
async function state(): Promise<unknown> {
  const read = async (name: string, request: object): Promise<unknown> =>
    JSON.parse((await call(server, name, token, request)).text);
  const book = { bookId: 'tiny' };
  return {
    start: await read('app:start', { systemLanguages: [] }),
    trail: await read('trail:read', book),
    marks: await read('marks:list', book),
    bin: await read('marks:bin', book),
    prototype: Object.keys(Object.getPrototypeOf({}) as object),
  };
}

afterEach(async () => expect(await state()).toEqual(stateBefore));

const post = (name: string, body: string | Buffer, headers: Call['headers'] = {}) =>
  send(server, {
    method: 'POST',
    path: `/api/${name}`,
    headers: { 'Content-Type': 'application/json', 'X-Recto-Token': token, ...headers },
    body,
  });

const refusal = (code: string) => ({ ok: false, error: { code } });

describe.each(channelNames)('%s', (channel) => {
  const requests = hostileRequests({ bookId: 'tiny', chapterId: 'preface', blockId: 'preface.1' }).filter(
    (request) => request.channel === channel,
  );

  it('answers whatever its schema does not know with a failure', async () => {
    expect(requests.length).toBeGreaterThan(20);
    for (const { what, json } of requests) {
      const answer = await post(channel, unfold(json));
      expect([200, 413], what).toContain(answer.status);
      expect(JSON.parse(answer.text), what).toMatchObject(refusal('bad-request'));
    }
  });

  it.each(['', '{', '{}{}', "{'a':1}", '\xff\xfe{}', '\xef\xbb\xbf', 'NaN', '\u0000', '['.repeat(200_000)])(
    'answers a body that is no JSON with a failure (case %#)',
    async (body) => {
      const answer = await post(channel, Buffer.from(body, 'latin1'));
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text)).toMatchObject(refusal('bad-request'));
    },
  );

  it.each<readonly [what: string, status: number, headers: Readonly<Record<string, string>>]>([
    ['no token', 401, { 'X-Recto-Token': '' }],
    ['a token in lower case', 401, { 'X-Recto-Token': 'LOWER' }],
    ['a token and more', 401, { 'X-Recto-Token': 'TWICE' }],
    ['a foreign Host', 403, { Host: 'evil.example' }],
    ['the loopback address', 403, { Host: '127.0.0.1' }],
    ['a foreign Origin', 403, { Origin: 'http://evil.example' }],
    ['an opaque Origin', 403, { Origin: 'null' }],
    ['a file’s Origin', 403, { Origin: 'file://' }],
    ['a foreign site', 403, { 'Sec-Fetch-Site': 'cross-site' }],
    ['another port', 403, { 'Sec-Fetch-Site': 'same-site' }],
    ['an unknown site', 403, { 'Sec-Fetch-Site': 'SAME-ORIGIN' }],
    ['a form’s type', 415, { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['the type of plain text', 415, { 'Content-Type': 'text/plain;charset=UTF-8' }],
  ])('does nothing for a caller with %s', async (_, status, headers) => {
    const lower = token.toLowerCase();
    const given: Readonly<Record<string, string>> = {
      LOWER: lower === token ? 'x' : lower,
      TWICE: `${token}, ${token}`,
    };
    const named = headers['X-Recto-Token'];
    const filled = named === undefined ? headers : { 'X-Recto-Token': given[named] ?? '' };
    const answer = await post(channel, '{"bookId":"tiny","theme":"dark"}', filled);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject(refusal(status === 415 ? 'bad-request' : 'refused'));
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY'])(
    'does nothing as %s',
    async (method) => {
      const answer = await send(server, {
        method,
        path: `/api/${channel}`,
        headers: { 'Content-Type': 'application/json', 'X-Recto-Token': token, Cookie: cookie },
      });
      expect(answer.status).toBe(method === 'OPTIONS' ? 403 : 405);
    },
  );
});

it.each(['constructor', 'toString', 'hasOwnProperty', 'other'])('no channel takes %j for a book', async (bookId) => {
  const requests = {
    'book:read': { bookId, chapterId: 'preface', lang: 'en' },
    'book:glossary': { bookId },
    'book:figures': { bookId },
    'trail:read': { bookId },
    'marks:list': { bookId },
    'marks:bin': { bookId },
    'marks:undo': { bookId },
  };
  for (const [name, request] of Object.entries(requests)) {
    expect(JSON.parse((await call(server, name, token, request)).text), name).toMatchObject(refusal('not-found'));
  }
  const chapter = { bookId: 'tiny', chapterId: bookId, lang: 'en' };
  expect(JSON.parse((await call(server, 'book:read', token, chapter)).text)).toMatchObject(refusal('not-found'));
});

/** Ways of writing a step up and a separator, each with each. */
const ups = [
  '..',
  '%2e%2e',
  '.%2e',
  '%2E.',
  '%252e%252e',
  '..%00',
  '..;',
  '%c0%ae%c0%ae',
  '%uff0e%uff0e',
  '．．',
  '...',
];
const separators = ['/', '%2f', '%252f', '\\', '%5c', '%255c', '%c0%af', '／'];
const starts = ['', 'assets/', 'index.html/', 'books/tiny/assets/'];
const tricks = starts.flatMap((start) =>
  ups.flatMap((up) =>
    separators.flatMap((separator) => [
      `/${start}${up}${separator}secret.txt`,
      `/${start}${up}${separator}${up}${separator}secret.txt`,
    ]),
  ),
);
const otherTricks = [
  '/link.txt',
  '/up/secret.txt',
  '/assets/root/etc/passwd',
  '/../page-beside/secret.txt',
  '/%2e%2e/page-beside/secret.txt',
  '//127.0.0.1/secret.txt',
  '/file:///etc/passwd',
  '/C:/Windows/win.ini',
  '/c%3a%5cWindows%5cwin.ini',
  '/%5c%5c127.0.0.1%5cshare%5csecret.txt',
  '/index.html%00.png',
  '/index.html%20',
  '/index.html.',
  '/index.html::$DATA',
  '/INDEX.HTML/..',
  '/~root/secret.txt',
  '/.git/config',
  '/recto.db',
  '/data/recto.db',
  '/%',
  '/%zz',
  '/%u002e%u002e/secret.txt',
  `/${'../'.repeat(500)}etc/passwd`,
  `/${'a'.repeat(5000)}`,
  '*',
  'secret.txt',
  'file:///etc/passwd',
  'https://evil.example/secret.txt',
];

it('no way of writing a path leads out of the page or the book', async () => {
  const paths = [...tricks, ...otherTricks];
  expect(paths.length).toBeGreaterThan(700);
  for (const path of paths) {
    // Bytes as they are: a client that is not a browser corrects nothing.
    const request = `GET ${path} HTTP/1.1\r\nHost: ${server.site.host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`;
    const answer = await sendRaw(server.port, request);
    expect(answer, path).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer, path).not.toMatch(/SECRET|root:/);
  }
});

describe('bytes that are no request of a browser', () => {
  const host = () => `Host: ${server.site.host}\r\n`;

  it.each<readonly [what: string, bytes: () => string]>([
    ['another site behind a proxy’s request line', () => `GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n`],
    ['a Host of another case', () => `GET / HTTP/1.1\r\nHost: ${server.site.host.toUpperCase()}\r\n`],
    ['a Host with a user', () => `GET / HTTP/1.1\r\nHost: x@${server.site.host}\r\n`],
    ['a forwarded Host', () => `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-Host: ${server.site.host}\r\n`],
    [
      'two Origins',
      () => `GET / HTTP/1.1\r\n${host()}Origin: ${server.site.origin}\r\nOrigin: http://evil.example\r\n`,
    ],
    ['two sites', () => `GET / HTTP/1.1\r\n${host()}Sec-Fetch-Site: none\r\nSec-Fetch-Site: cross-site\r\n`],
    ['a folded header', () => `GET / HTTP/1.1\r\n${host()}Origin: ${server.site.origin}\r\n http://evil.example\r\n`],
    [
      'a length and pieces',
      () => `POST /api/app:start HTTP/1.1\r\n${host()}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n`,
    ],
    ['two lengths', () => `POST /api/app:start HTTP/1.1\r\n${host()}Content-Length: 4\r\nContent-Length: 5\r\n`],
    ['a negative length', () => `POST /api/app:start HTTP/1.1\r\n${host()}Content-Length: -1\r\n`],
    ['the method TRACE', () => `TRACE / HTTP/1.1\r\n${host()}`],
    ['the method of another protocol', () => `EHLO / HTTP/1.1\r\n${host()}`],
    ['a start of HTTP/2', () => `PRI * HTTP/2.0\r\n`],
    ['a start of TLS', () => '\x16\x03\x01\x02\x00\x01'],
    ['a header without an end', () => `GET / HTTP/1.1\r\n${host()}X: ${'y'.repeat(20_000)}\r\n`],
    ['a thousand headers', () => `GET / HTTP/1.1\r\n${host()}${'X: y\r\n'.repeat(5000)}`],
    ['an address of 20,000 letters', () => `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${host()}`],
  ])('are refused: %s', async (_, bytes) => {
    expect(await sendRaw(server.port, `${bytes()}Connection: close\r\n\r\n`)).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
  });

  it.each(['CONNECT evil.example:443', 'GET /'])('open no tunnel and no socket (%s)', async (line) => {
    const upgrade =
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: http://evil.example\r\n';
    const answer = await sendRaw(server.port, `${line} HTTP/1.1\r\n${host()}${upgrade}\r\n`);
    expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
  });
});
