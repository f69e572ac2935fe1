/** How the server answers: always with the common headers, never with one that opens it to another site. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { failure, type FailureCode, type Result } from '../../core/contract/result.ts';
import { pageHeaders } from '../services/csp.ts';
import type { Resource } from '../services/resources.ts';

/** A Result as JSON. */
export function answerJson(response: ServerResponse, status: number, result: Result<unknown>): void {
  answerWhole(response, status, 'application/json; charset=utf-8', JSON.stringify(result));
}

const codeOfStatus: Readonly<Record<number, FailureCode>> = { 401: 'refused', 403: 'refused', 404: 'not-found' };

/**
 * A request that is not let in: a failed Result under `/api/`, one line of text elsewhere. The connection is closed
 * after it, so that nothing more of a body has to be read.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, status: number, what: string): void {
  response.setHeader('Connection', 'close');
  if (status === 405) response.setHeader('Allow', isApiPath(request.url) ? 'POST' : 'GET, HEAD');
  if (isApiPath(request.url)) answerJson(response, status, failure(codeOfStatus[status] ?? 'bad-request', { what }));
  else answerWhole(response, status, 'text/plain; charset=utf-8', `${what}\n`, request.method === 'HEAD');
}

export function isApiPath(url: string | undefined): boolean {
  return url?.startsWith('/api/') ?? false;
}

/** Sends a file. Throws where it cannot be opened; a client that goes away while it is sent is no error. */
export async function answerFile(request: IncomingMessage, response: ServerResponse, file: Resource): Promise<void> {
  const size = file.body?.length ?? (await stat(file.path)).size;
  response.writeHead(200, { ...file.headers, 'Content-Length': size });
  if (request.method === 'HEAD' || file.body) {
    response.end(request.method === 'HEAD' ? undefined : file.body);
    return;
  }
  try {
    await pipeline(createReadStream(file.path), response);
  } catch (error) {
    if (!response.destroyed) throw error;
  }
}

function answerWhole(response: ServerResponse, status: number, type: string, text: string, headOnly = false): void {
  const body = Buffer.from(text);
  const headers = { 'Content-Type': type, 'Content-Length': body.length, 'Cache-Control': 'no-store' };
  response.writeHead(status, { ...pageHeaders, ...headers });
  response.end(headOnly ? undefined : body);
}
