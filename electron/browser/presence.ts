/**
 * The pages that are open, told by the stream each of them holds. When the last one has gone and none comes back, the
 * host has nobody left to work for.
 */
import type { ServerResponse } from 'node:http';
import type { EventName } from '../../core/contract/names.ts';
import type { EventPayload } from '../../core/contract/channels.ts';

/** How long a page may be away: a reload closes the stream and opens it again. */
const reloadGraceMs = 5000;

/** An empty line now and then tells both ends that the other is there. */
const keepAliveMs = 15_000;

export interface Presence {
  /** Makes `response` the stream of one page: a line of JSON an event, empty lines in between. It never ends by itself. */
  readonly join: (response: ServerResponse) => void;
  /** Sends an event to all pages. */
  readonly publish: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
  /** A page is on its way: without one, wait this long (milliseconds) for it. Infinity waits as long as it takes. */
  readonly expectPage: (withinMs: number) => void;
  readonly pageCount: () => number;
  /** Ends all streams; nobody is waited for any more. */
  readonly close: () => void;
}

/** Calls `onDeserted` once, when there is no page and none can be expected. */
export function createPresence(onDeserted: () => void): Presence {
  const streams = new Set<ServerResponse>();
  let expectedUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  const wait = () => {
    clearTimeout(timer);
    const waitMs = Math.max(expectedUntil - performance.now(), reloadGraceMs);
    if (streams.size === 0 && waitMs !== Infinity) timer = setTimeout(onDeserted, waitMs);
  };

  const keepAlive = setInterval(() => {
    for (const stream of streams) stream.write('\n');
  }, keepAliveMs);

  return {
    join: (response) => {
      clearTimeout(timer);
      expectedUntil = 0;
      streams.add(response);
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store' });
      response.write('\n');
      response.on('close', () => {
        streams.delete(response);
        wait();
      });
    },
    publish: (name, payload) => {
      for (const stream of streams) stream.write(`${JSON.stringify({ name, payload })}\n`);
    },
    expectPage: (withinMs) => {
      expectedUntil = performance.now() + withinMs;
      wait();
    },
    pageCount: () => streams.size,
    close: () => {
      clearInterval(keepAlive);
      expectedUntil = Infinity;
      clearTimeout(timer);
      for (const stream of streams) stream.end();
    },
  };
}
