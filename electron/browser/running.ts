/**
 * How a second start reaches the Recto that has the data folder already. The file can be read by its user alone, as
 * everything in the data folder should be; the key in it is good for one thing: asking for a window.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { z } from 'zod';
import { runningFile } from '../services/claim.ts';
import { launchHeader } from './access.ts';
import type { LoopbackServer } from './server.ts';

const runningSchema = z.strictObject({
  port: z.int().min(1).max(65535),
  host: z.string().regex(/^[0-9a-f]{32}\.localhost:\d+$/),
  launchKey: z.string(),
});

const windowAnswer = z.strictObject({ ok: z.literal(true), value: z.strictObject({ code: z.string() }) });

/** Tells other starts how to reach `server`, in one step, so that nobody reads half of it. */
export function writeRunning(dataFolder: string, server: Pick<LoopbackServer, 'port' | 'site' | 'launchKey'>): void {
  const running = { port: server.port, host: server.site.host, launchKey: server.launchKey };
  const file = runningFile(dataFolder);
  writeFileSync(`${file}.new`, JSON.stringify(running), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/**
 * Asks the running Recto for the address of a new window. Undefined where nobody answers: another host has the folder
 * (the Electron one has no address), or it has not come so far yet.
 */
export async function askForWindow(dataFolder: string): Promise<string | undefined> {
  const running = await readRunning(dataFolder);
  if (running === undefined) return undefined;
  const answer = windowAnswer.safeParse(await post(running));
  return answer.success ? `http://${running.host}/#code=${answer.data.value.code}` : undefined;
}

async function readRunning(dataFolder: string): Promise<z.infer<typeof runningSchema> | undefined> {
  try {
    const parsed = runningSchema.safeParse(JSON.parse(await readFile(runningFile(dataFolder), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // Not there, or not ours to read.
    return undefined;
  }
}

/** By number, not by name: Node asks the system for `*.localhost`, and not every system knows it. */
function post({ port, host, launchKey }: z.infer<typeof runningSchema>): Promise<unknown> {
  return new Promise((resolve) => {
    const headers = { Host: host, 'Content-Type': 'application/json', [launchHeader]: launchKey };
    const call = httpRequest({ host: '127.0.0.1', port, method: 'POST', path: '/api/window', headers, timeout: 2000 });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(undefined));
    call.on('response', (response) => {
      response
        .toArray()
        .then((chunks: Buffer[]) => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8'))))
        .catch(() => resolve(undefined));
    });
    call.end('{}');
  });
}
