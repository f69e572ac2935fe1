/**
 * Events of the browser host: one long answer, a line of JSON an event, empty lines to keep it alive. That it is open
 * is also how the host knows that a page is there, so it is opened again whenever it ends.
 */
import type { EventPayload } from '../../core/contract/channels.ts';
import { eventNames, type EventName } from '../../core/contract/names.ts';

export interface EventStreamOptions {
  readonly open: (signal: AbortSignal) => Promise<Response>;
  readonly onEvent: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
  readonly onConnection: (connected: boolean) => void;
  readonly page: Window;
}

const firstDelayMs = 250;
const longestDelayMs = 5000;

/** How long to wait before attempt number `attempt` (0 is the first after a loss). */
export function retryDelayMs(attempt: number): number {
  return Math.min(firstDelayMs * 2 ** attempt, longestDelayMs);
}

/** Keeps the stream open until the page goes away or the host refuses it. */
export function keepEventStream(options: EventStreamOptions): void {
  const closing = new AbortController();
  options.page.addEventListener('pagehide', () => closing.abort(), { once: true });
  void run(options, closing.signal);
}

async function run({ open, onEvent, onConnection }: EventStreamOptions, closing: AbortSignal): Promise<void> {
  let attempt = 0;
  let connected = true;
  const tell = (now: boolean): void => {
    if (now !== connected) onConnection(now);
    connected = now;
  };
  while (!closing.aborted) {
    const stream = await open(closing).catch(() => undefined);
    if (stream?.ok && stream.body) {
      attempt = 0;
      tell(true);
      await readLines(stream.body, (line) => {
        const event = parseEvent(line);
        if (event) onEvent(event.name, event.payload);
      });
    } else {
      tell(false);
      if (stream?.status === 401 || stream?.status === 403) return;
    }
    await new Promise((resolve) => setTimeout(resolve, retryDelayMs(attempt)));
    attempt += 1;
  }
}

/** Hands over each full line until the stream ends or breaks. */
async function readLines(body: ReadableStream<Uint8Array>, onLine: (line: string) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const part = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (part.done) return;
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') onLine(line);
  }
}

/** A member that an event has, and of what type it is. */
const members: Readonly<Record<EventName, readonly [key: string, type: string]>> = {
  'command:chosen': ['id', 'string'],
  'link:arrived': ['address', 'string'],
  'file:arrived': ['name', 'string'],
  'marks:changed': ['bookId', 'string'],
  'marks:outdated': ['bookId', 'string'],
  'notes:written': ['files', 'object'],
  'shelf:progressed': ['total', 'number'],
  'shelf:changed': ['bookId', 'string'],
  'settings:changed': ['theme', 'string'],
  'window:changed': ['what', 'string'],
};

/** The event in a line, or undefined for a keep-alive and for what this page does not know. */
export function parseEvent(line: string): { name: EventName; payload: EventPayload<EventName> } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('name' in value) || !('payload' in value)) return undefined;
  const name = eventNames.find((known) => known === value.name);
  const { payload } = value;
  if (name === undefined || typeof payload !== 'object' || payload === null) return undefined;
  // It comes from our own host over a stream that only we have; this tells a line that was cut or is of another version.
  const [key, type] = members[name];
  if (!(key in payload) || typeof payload[key as keyof typeof payload] !== type) return undefined;
  return { name, payload: payload as EventPayload<EventName> };
}
