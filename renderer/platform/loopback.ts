/**
 * Client of the browser host. The address the host opens carries a one-time code; it is exchanged for a token, which
 * lives in this tab alone, and taken out of the address bar.
 */
import type { HostApi, Request, Response } from '../../core/contract/channels.ts';
import type { ChannelName } from '../../core/contract/names.ts';
import type { Result } from '../../core/contract/result.ts';
import { keepEventStream } from './event-stream.ts';
import { createListeners } from './listeners.ts';
import type { Platform } from './platform.ts';

const tokenKey = 'recto.token';

/** What is still sent when the page goes away. */
const outliving: ReadonlySet<ChannelName> = new Set<ChannelName>([
  'position:save',
  'settings:save',
  'trail:save',
  'marks:save',
  'draft:save',
  'reads:save',
]);

/** What a browser sends after a page is 64 KiB in all; a longer request has to do without that. */
const outlivingBytes = 60_000;

export function createLoopbackPlatform(page: Window): Platform {
  const session = openSession(page);
  const connection = new Set<(connected: boolean) => void>();
  let isConnected = true;
  const listeners = createListeners();

  async function call<N extends ChannelName>(channel: N, request: Request<N>): Promise<Result<Response<N>>> {
    const token = await session;
    if (!token.ok) return token;
    return post(`/api/${channel}`, request, { token: token.value, outliveThePage: outliving.has(channel) });
  }

  void session.then((token) => {
    if (!token.ok) return;
    keepEventStream({
      open: (signal) => fetch('/api/events', requestInit({}, { token: token.value, signal })),
      onEvent: listeners.dispatch,
      onConnection: (connected) => {
        isConnected = connected;
        connection.forEach((listener) => listener(connected));
      },
      page,
    });
  });

  const host: HostApi = {
    'app:start': (request) => call('app:start', request),
    'app:diagnose': (request) => call('app:diagnose', request),
    'book:read': (request) => call('book:read', request),
    'book:glossary': (request) => call('book:glossary', request),
    'book:figures': (request) => call('book:figures', request),
    'position:save': (request) => call('position:save', request),
    'trail:read': (request) => call('trail:read', request),
    'trail:save': (request) => call('trail:save', request),
    'marks:list': (request) => call('marks:list', request),
    'marks:bin': (request) => call('marks:bin', request),
    'marks:erase': (request) => call('marks:erase', request),
    'marks:save': (request) => call('marks:save', request),
    'marks:undo': (request) => call('marks:undo', request),
    'marks:redo': (request) => call('marks:redo', request),
    'marks:export': (request) => call('marks:export', request),
    'marks:bring': (request) => call('marks:bring', request),
    'marks:import': (request) => call('marks:import', request),
    'draft:save': (request) => call('draft:save', request),
    'notes:folder': (request) => call('notes:folder', request),
    'notes:choose': (request) => call('notes:choose', request),
    'notes:write': (request) => call('notes:write', request),
    'notes:leave': (request) => call('notes:leave', request),
    'reads:list': (request) => call('reads:list', request),
    'reads:save': (request) => call('reads:save', request),
    'shelf:list': (request) => call('shelf:list', request),
    'shelf:add': (request) => call('shelf:add', request),
    'shelf:update': (request) => call('shelf:update', request),
    'shelf:stop': (request) => call('shelf:stop', request),
    'shelf:remove': (request) => call('shelf:remove', request),
    'shelf:report': (request) => call('shelf:report', request),
    'settings:save': (request) => call('settings:save', request),
    'link:open': (request) => call('link:open', request),
    // The system hands files to a browser, not to its pages.
    'arrivals:list': () => Promise.resolve({ ok: true, value: { files: [] } }),
    'arrivals:read': (request) => call('arrivals:read', request),
    'window:view': () => Promise.resolve({ ok: true, value: {} }),
    'menu:show': () => Promise.resolve({ ok: true, value: { outcome: 'ask', id: null } }),
    'window:open': () => Promise.resolve({ ok: true, value: { outcome: 'ask' } }),
    // A browser lets the page do this in the click that asks for it: nothing has to travel.
    'clipboard:write': () => Promise.resolve({ ok: true, value: { outcome: 'ask' } }),
    'file:save': () => Promise.resolve({ ok: true, value: { outcome: 'ask' } }),
    'paper:print': () => Promise.resolve({ ok: true, value: { outcome: 'ask' } }),
    'book:epub': (request) => call('book:epub', request),
    'paper:pdf': () => Promise.resolve({ ok: true, value: { outcome: 'ask' } }),
    on: listeners.on,
  };
  return {
    host,
    onConnection(listener) {
      connection.add(listener);
      if (!isConnected) listener(false);
      return () => connection.delete(listener);
    },
  };
}

/** The token of this tab: from the code in the address, else the one an earlier load of the tab has kept. */
async function openSession(page: Window): Promise<Result<string>> {
  const code = /^#code=([\w-]+)/.exec(page.location.hash)?.[1];
  if (code === undefined) {
    const kept = page.sessionStorage.getItem(tokenKey);
    return kept === null ? { ok: false, error: { code: 'refused', details: {} } } : { ok: true, value: kept };
  }
  page.history.replaceState(null, '', page.location.pathname);
  const answer = await post<{ token: string }>('/api/session', { code }, {});
  if (!answer.ok) return answer;
  page.sessionStorage.setItem(tokenKey, answer.value.token);
  return { ok: true, value: answer.value.token };
}

interface PostOptions {
  readonly token?: string;
  readonly signal?: AbortSignal;
  /** Whether the request has to arrive although the page is being closed. */
  readonly outliveThePage?: boolean;
}

function requestInit(body: unknown, { token, signal, outliveThePage }: PostOptions): RequestInit {
  const json = JSON.stringify(body);
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token === undefined ? {} : { 'X-Recto-Token': token }) },
    body: json,
    cache: 'no-store',
    keepalive: outliveThePage === true && new TextEncoder().encode(json).byteLength <= outlivingBytes,
    ...(signal ? { signal } : {}),
  };
}

async function post<T>(path: string, body: unknown, options: PostOptions): Promise<Result<T>> {
  let response: globalThis.Response;
  try {
    response = await fetch(path, requestInit(body, options));
  } catch (error) {
    return { ok: false, error: { code: 'host-gone', details: { what: String(error) } } };
  }
  try {
    return (await response.json()) as Result<T>;
  } catch {
    // Not an answer of the contract: the door itself refused, or something else is wrong.
    if (response.status === 401 || response.status === 403)
      return { ok: false, error: { code: 'refused', details: {} } };
    return { ok: false, error: { code: 'internal', details: { what: `${path}: HTTP ${response.status}` } } };
  }
}
