/** The loopback server: 127.0.0.1 only, one launch, one page origin. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commonHeaders } from '../services/csp.ts';
import type { Services } from '../services/host-services.ts';
import { findResource, isBookPath } from '../services/resources.ts';
import { createAccess } from './access.ts';
import { answerFile, isApiPath, refuse } from './answer.ts';
import { answerApi, type ApiParts } from './api.ts';
import { createPresence, type Presence } from './presence.ts';
import { foreignness, siteOf, type Site } from './site.ts';

/** What one client may cost. A page of ours stays far below. */
export interface Limits {
  readonly bodyBytes: number;
  readonly headerBytes: number;
  /** Time for the headers, and for a whole request. */
  readonly headersMs: number;
  readonly requestMs: number;
}

export const defaultLimits: Limits = {
  bodyBytes: 1024 * 1024,
  headerBytes: 16 * 1024,
  headersMs: 10_000,
  requestMs: 20_000,
};

export interface ServerOptions {
  readonly services: Pick<Services, 'handlers' | 'bookFile' | 'settings'>;
  /** The built page. */
  readonly pageFolder: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly limits?: Limits;
  /** Called once, when the last page has gone. */
  readonly onDeserted: () => void;
}

export interface LoopbackServer {
  readonly port: number;
  readonly site: Site;
  readonly presence: Presence;
  /** For `/api/window`. */
  readonly launchKey: string;
  /** A new address for a window; its code works once. */
  readonly windowAddress: () => string;
  /** Stops listening and ends every connection; calls under way get a moment to be answered. */
  readonly close: () => Promise<void>;
}

/** Starts to listen. Rejects with the system's error where the port cannot be had. */
export async function startServer(options: ServerOptions): Promise<LoopbackServer> {
  const limits = options.limits ?? defaultLimits;
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: Math.min(limits.headersMs / 4, 2000),
  });
  const port = await listen(server, options.port);
  const site = siteOf(randomBytes(16).toString('hex'), port);
  const access = createAccess();
  const presence = createPresence(options.onDeserted);
  const parts = { ...options, access, presence, bodyLimitBytes: limits.bodyBytes };

  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response, site, parts).catch((error: unknown) => {
      console.error(`recto: ${request.method ?? ''} ${request.url ?? ''} failed:`, error);
      if (response.headersSent) response.destroy();
      else refuse(request, response, 500, 'Recto made a mistake; its terminal says more.');
    });
  };
  server.on('request', onRequest);
  // A client that asks before it sends a body is answered like any other: with a refusal, or by reading it.
  server.on('checkContinue', onRequest);

  return {
    port,
    site,
    presence,
    launchKey: access.launchKey,
    windowAddress: () => `${site.origin}/#code=${access.issueCode()}`,
    close: () => close(server, presence),
  };
}

type Parts = ApiParts & Pick<ServerOptions, 'services' | 'pageFolder'>;

async function answer(request: IncomingMessage, response: ServerResponse, site: Site, parts: Parts): Promise<void> {
  for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
  const foreign = foreignness(request, site);
  if (foreign !== undefined) refuse(request, response, 403, foreign);
  // A browser asks with OPTIONS whether another site may call; the answer is no, whoever asks.
  else if (request.method === 'OPTIONS') refuse(request, response, 403, 'Another site may not speak to Recto.');
  else if (isApiPath(request.url)) await answerApi(request, response, parts);
  else await answerPath(request, response, parts);
}

/** The page's files, and a book's pictures for a page that has the cookie. */
async function answerPath(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(request, response, 405, 'Nothing can be sent here.');
    return;
  }
  const path = (request.url ?? '').replace(/[?#].*$/s, '');
  if (isBookPath(path) && !parts.access.hasCookie(request)) {
    refuse(request, response, 401, 'Open Recto again: this page does not belong to the Recto that is running.');
    return;
  }
  const found = await findResource(parts.services, parts.pageFolder, path);
  if (found.ok) await answerFile(request, response, found.value);
  else refuse(request, response, 404, 'There is nothing at this address.');
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** How long calls under way may take when Recto ends. */
const lastAnswersMs = 500;

async function close(server: Server, presence: Presence): Promise<void> {
  presence.close();
  const cut = setTimeout(() => server.closeAllConnections(), lastAnswersMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearTimeout(cut);
}
