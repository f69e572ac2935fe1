/**
 * What went on, for whoever has to find out why something failed: `logs/recto.log` in the data folder, a line of JSON an event. It
 * says nothing of what is read or written: events come from a closed list, and of facts only numbers and short names of our
 * own or the system's pass. The message of an error does not: it may quote a file or a text.
 */
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const logEvents = [
  'started',
  'ended',
  /** A start that did not find the store in order. */
  'store-warned',
  'notes-not-written',
  'call-failed',
  'call-threw',
  'main-threw',
  'page-ended',
  'page-not-loaded',
] as const;
export type LogEvent = (typeof logEvents)[number];

const fact = z.union([z.number(), z.boolean(), z.string().regex(/^[\w.:/()@-]{0,120}$/)]);
export const logEntrySchema = z.strictObject({
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  event: z.enum(logEvents),
  facts: z.record(z.string().regex(/^[a-zA-Z]{1,30}$/), fact),
});
export type LogEntry = z.infer<typeof logEntrySchema>;
export type Facts = Readonly<Record<string, string | number | boolean>>;

export interface Log {
  readonly write: (event: LogEvent, facts?: Facts) => void;
  /** The newest entries, the oldest of them first. */
  readonly last: (count: number) => LogEntry[];
}

/** A file of this size is put aside, and a new one begun. */
const fileLimitBytes = 256 * 1024;
/** Files that were put aside and are kept. */
const oldFilesKept = 2;

export function logFolder(dataFolder: string): string {
  return join(dataFolder, 'logs');
}

/** The log of a data folder. A folder that takes no file costs the log and nothing else. */
export function openLog(dataFolder: string, limitBytes = fileLimitBytes): Log {
  const folder = logFolder(dataFolder);
  const fileOf = (age: number): string => join(folder, age === 0 ? 'recto.log' : `recto.${age}.log`);
  let isBroken = false;

  function rotate(): void {
    if ((statSync(fileOf(0), { throwIfNoEntry: false })?.size ?? 0) < limitBytes) return;
    for (let age = oldFilesKept; age > 0; age -= 1) {
      if (statSync(fileOf(age - 1), { throwIfNoEntry: false })) renameSync(fileOf(age - 1), fileOf(age));
    }
  }

  return {
    write(event, facts = {}) {
      const entry: LogEntry = { at: new Date().toISOString(), event, facts: harmless(facts) };
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        rotate();
        appendFileSync(fileOf(0), `${JSON.stringify(entry)}\n`, { mode: 0o600 });
      } catch (error) {
        if (!isBroken)
          console.error('recto: the log cannot be written:', error instanceof Error ? error.message : error);
        isBroken = true;
      }
    },
    last(count) {
      const entries = [1, 0].flatMap((age) => entriesOf(fileOf(age)));
      return entries.slice(-count);
    },
  };
}

/** What an error says of itself without quoting anything: its kind, its code, and where in our code it came from. */
export function errorFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const place = /([\w.-]+\.(?:js|ts|cjs|mjs):\d+:\d+)/.exec(error.stack?.replace(error.message, '') ?? '')?.[1];
  return { kind: error.name, ...code, ...(place === undefined ? {} : { place }) };
}

/** Facts of which no text can be longer or freer than a name; what is, is only said to be there. */
function harmless(facts: Facts): LogEntry['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, fact.safeParse(value).success ? value : 'withheld']),
  );
}

function entriesOf(file: string): LogEntry[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // Not there yet, or not ours to read: no entries either way.
    return [];
  }
  return text.split('\n').flatMap((line) => {
    const entry = line === '' ? undefined : logEntrySchema.safeParse(parsed(line));
    return entry?.success ? [entry.data] : [];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The last line of a process that was killed.
    return undefined;
  }
}
