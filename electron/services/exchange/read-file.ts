/** Files that a reader hands us, read with a limit. */
import { open } from 'node:fs/promises';
import { problem, type Read } from '../../../core/marks/exchange/problem.ts';

/** Room for some 200,000 marks, the largest set that is tested; what is larger is no file of marks. */
export const mostBytes = 256 * 1024 * 1024;

/** Fails with too-large. Throws the system's error where the file cannot be read. */
export async function readBytes(file: string, limit = mostBytes): Promise<Read<Uint8Array>> {
  const handle = await open(file, 'r');
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) return problem('unreadable', 'it is a folder');
    if (stat.size > limit) return problem('too-large', `${String(Math.floor(limit / 1024 / 1024))} MiB`);
    const bytes = await handle.readFile();
    // It may have grown since, and a pipe has no size.
    return bytes.length > limit ? problem('too-large', String(limit)) : { ok: true, value: bytes };
  } finally {
    await handle.close();
  }
}

/** UTF-8, with or without a byte order mark. Fails with unreadable. */
export function decodeText(bytes: Uint8Array): Read<string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return problem('unreadable', 'the file is not text in UTF-8');
  }
}
