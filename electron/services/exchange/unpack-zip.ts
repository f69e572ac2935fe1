/** Unpacks a zip into memory, never onto the disk: names in it lead nowhere. What it really holds is counted. */
import { Unzip, UnzipInflate } from 'fflate';
import { problem, type Read } from '../../../core/marks/exchange/problem.ts';
import { mostBytes } from './read-file.ts';

export interface ZipLimits {
  /** Of all entries together, unpacked. */
  readonly bytes: number;
  readonly entries: number;
}

const ownLimits: ZipLimits = { bytes: 2 * mostBytes, entries: 20_000 };

/** Packed bytes between two looks at how much came out: a thousand times as many at most. */
const step = 16 * 1024;

class Refused extends Error {}

/** The entries by name. Fails with too-large, unreadable (damaged, cut off, a name twice). */
export function unpackZip(bytes: Uint8Array, limits = ownLimits): Read<ReadonlyMap<string, Uint8Array>> {
  const entries = new Map<string, Uint8Array[]>();
  const unfinished = new Set<string>();
  let total = 0;
  const unzip = new Unzip((file) => {
    if (entries.has(file.name)) throw new Refused(`it holds ${file.name} twice`);
    if (entries.size >= limits.entries) throw new Refused(`it holds more than ${String(limits.entries)} files`);
    const chunks: Uint8Array[] = [];
    entries.set(file.name, chunks);
    unfinished.add(file.name);
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      total += chunk.length;
      // Kept only while it may be: what is beyond is counted and let go.
      if (total <= limits.bytes) chunks.push(chunk);
      if (isLast) unfinished.delete(file.name);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += step) {
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
      if (total > limits.bytes) return problem('too-large', `${String(limits.bytes / 1024 / 1024)} MiB`);
    }
  } catch (error) {
    return problem('unreadable', error instanceof Error ? error.message : String(error));
  }
  const [cutOff] = unfinished;
  if (cutOff !== undefined) return problem('unreadable', `${cutOff} is cut off`);
  return { ok: true, value: new Map([...entries].map(([name, chunks]) => [name, Buffer.concat(chunks)])) };
}
