/**
 * What the page calls: `POST /api/<channel>` with the token, one JSON request, one JSON Result. Beside the channels
 * stand `/api/session` (code for token), `/api/events` (a stream, see presence.ts) and `/api/window` (another start of
 * Recto asks for a code).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { ChannelName } from '../../core/contract/names.ts';
import { mostInStep, mostPieceBytes, mostStepBytes } from '../../core/contract/mark-limits.ts';
import { mostUploadBytes } from '../../core/contract/upload-limit.ts';
import { failure, success } from '../../core/contract/result.ts';
import { dispatch } from '../services/dispatch.ts';
import type { Services } from '../services/host-services.ts';
import { codeLifetimeMs, type Access } from './access.ts';
import { answerJson, refuse } from './answer.ts';
import { readJsonBody } from './json-body.ts';
import type { Presence } from './presence.ts';

export interface ApiParts {
  readonly services: Pick<Services, 'handlers'>;
  readonly access: Access;
  readonly presence: Presence;
  readonly bodyLimitBytes: number;
}

/** The calls that carry a file of the reader's, and how long they may be. */
const fileLimits: ReadonlyMap<string | undefined, number> = new Map<ChannelName, number>([
  ['marks:import', mostPieceBytes],
  ['marks:bring', mostPieceBytes],
  // Some 120 bytes a change.
  ['marks:save', mostStepBytes],
  ['marks:erase', 64 * mostInStep],
  // In base64, and a little for its name.
  ['shelf:add', 4 * Math.ceil(mostUploadBytes / 3) + 4096],
]);

const sessionRequest = z.strictObject({ code: z.string().max(200) });

/** Answers a request below `/api/` whose origin has been judged already. */
export async function answerApi(request: IncomingMessage, response: ServerResponse, parts: ApiParts): Promise<void> {
  const { access, presence, services } = parts;
  const name = apiName(request.url ?? '');
  if (request.method !== 'POST') {
    refuse(request, response, 405, 'Calls are POST requests.');
    return;
  }
  // Who is judged before what: nobody without the token has a body read.
  const isAllowed =
    name === 'session' ? true : name === 'window' ? access.hasLaunchKey(request) : access.hasToken(request);
  if (!isAllowed) {
    refuse(request, response, 401, 'Open Recto again: this page does not belong to the Recto that is running.');
    return;
  }
  const body = await readJsonBody(request, fileLimits.get(name) ?? parts.bodyLimitBytes);
  if (!body.ok) {
    refuse(request, response, body.status, 'The body has to be JSON, and not too long.');
    return;
  }
  if (name === 'events') {
    presence.join(response);
  } else if (name === 'session') {
    answerSession(response, access, body.value);
  } else if (name === 'window') {
    presence.expectPage(codeLifetimeMs);
    answerJson(response, 200, success({ code: access.issueCode() }));
  } else {
    answerJson(response, 200, await dispatch(services.handlers, name, body.value));
  }
}

function answerSession(response: ServerResponse, access: Access, body: unknown): void {
  const asked = sessionRequest.safeParse(body);
  const session = asked.success ? access.exchange(asked.data.code) : undefined;
  if (session === undefined) {
    answerJson(response, 401, failure('refused', { what: 'The code has been used or has expired.' }));
    return;
  }
  response.setHeader('Set-Cookie', session.setCookie);
  answerJson(response, 200, success({ token: session.token }));
}

/** What stands after `/api/`, decoded once; undefined where it cannot be decoded. */
function apiName(url: string): string | undefined {
  const encoded = url.slice('/api/'.length);
  try {
    return decodeURIComponent(encoded);
  } catch {
    // No name of ours; dispatch says so.
    return undefined;
  }
}
