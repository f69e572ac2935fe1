/** Requests to the loopback server as any client on the machine could send them. */
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { LoopbackServer } from '../../electron/browser/server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Sends one request, with the right Host unless `headers` names another. Nothing in the path is normalised. */
export function send(server: Pick<LoopbackServer, 'port' | 'site'>, call: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: '127.0.0.1',
      port: server.port,
      method: call.method ?? 'GET',
      path: call.path,
      headers: { Host: server.site.host, ...call.headers },
      agent: false,
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    request.end(call.body);
  });
}

/** Sends bytes as they are and resolves with all that comes back until the server closes the connection. */
export function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString('latin1')));
    socket.on('close', () => resolve(received));
    // A server that closes without reading everything resets the connection: a closing like any other.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
  });
}

const json = { 'Content-Type': 'application/json' };

/** A call of the page: POST, JSON, token. */
export function call(
  server: Pick<LoopbackServer, 'port' | 'site'>,
  name: string,
  token: string,
  request: unknown = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return send(server, {
    method: 'POST',
    path: `/api/${name}`,
    headers: { ...json, 'X-Recto-Token': token, ...headers },
    body: JSON.stringify(request),
  });
}

/** What a page does first: takes the code out of its address and exchanges it. */
export async function openSession(
  server: Pick<LoopbackServer, 'port' | 'site'>,
  address: string,
): Promise<{ token: string; cookie: string }> {
  const code = /#code=([\w-]+)$/.exec(address)?.[1];
  const answer = await send(server, {
    method: 'POST',
    path: '/api/session',
    headers: json,
    body: JSON.stringify({ code }),
  });
  if (answer.status !== 200) throw new Error(`no session: ${answer.status} ${answer.text}`);
  const { value } = JSON.parse(answer.text) as { value: { token: string } };
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return { token: value.token, cookie };
}

/** Opens the stream that tells the server of a page; resolves when it has begun. `close` is the page going away. */
export function openStream(
  server: Pick<LoopbackServer, 'port' | 'site'>,
  token: string,
): Promise<{ status: number; lines: () => string[]; close: () => void; ended: Promise<void> }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: '127.0.0.1',
      port: server.port,
      method: 'POST',
      path: '/api/events',
      headers: { Host: server.site.host, ...json, 'X-Recto-Token': token },
      agent: false,
    });
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      const ended = new Promise<void>((done) => {
        response.on('close', done);
        // The page's own going away is an end like any other here.
        response.on('error', () => done());
      });
      const lines = () => text.split('\n').filter((line) => line !== '');
      resolve({ status: response.statusCode ?? 0, lines, close: () => request.destroy(), ended });
    });
    request.end('{}');
  });
}
