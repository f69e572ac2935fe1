import type { IncomingMessage } from 'node:http';

/** A request's body as JSON, or the HTTP status that says why not: 413, 415 or 400. */
export type JsonBody = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly status: number };

/** Reads at most `limitBytes`; a longer body is not read to its end. */
export async function readJsonBody(request: IncomingMessage, limitBytes: number): Promise<JsonBody> {
  // Only a type that makes a browser ask first (preflight), so that no foreign form can send it.
  if (!/^application\/json\s*(;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) {
    return { ok: false, status: 415 };
  }
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return { ok: false, status: 413 };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limitBytes) return { ok: false, status: 413 };
      chunks.push(chunk);
    }
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) };
  } catch {
    // No JSON, no UTF-8, or the client went away: in each case it is the request that is at fault.
    return { ok: false, status: 400 };
  }
}
