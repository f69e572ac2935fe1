/** What a process wrote, sync by sync (write-log.c): where a power failure leaves a disk can be made of it. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface LogRecord {
  readonly kind: 'write' | 'truncate' | 'sync' | 'delete' | 'output';
  /** Of the file that is written to; empty for output. */
  readonly file: string;
  /** Offset of a write, size after truncating. */
  readonly number: number;
  readonly data: Buffer;
}

/** Why there can be no log here; undefined where there can. */
export const noWriteLog =
  process.platform !== 'linux'
    ? 'preloading a library is done on Linux alone'
    : existsSync('/usr/bin/gcc')
      ? undefined
      : 'there is no gcc to build the library with';

/** The environment in which a process logs what it does to files whose names begin with `prefix`. */
export async function loggingEnvironment(folder: string, prefix: string): Promise<NodeJS.ProcessEnv> {
  const library = join(folder, 'write-log.so');
  const source = fileURLToPath(new URL('write-log.c', import.meta.url));
  await promisify(execFile)('gcc', ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', library, source, '-ldl']);
  return { ...process.env, LD_PRELOAD: library, RECTO_LOGGED: prefix, RECTO_WRITE_LOG: logFile(folder) };
}

function logFile(folder: string): string {
  return join(folder, 'writes.log');
}

const kinds = { W: 'write', T: 'truncate', S: 'sync', D: 'delete', O: 'output' } as const;
const headBytes = 17;

/** In the order in which things were done. The process may have been killed in the middle of the last record. */
export async function readWriteLog(folder: string): Promise<LogRecord[]> {
  const log = await readFile(logFile(folder));
  const records: LogRecord[] = [];
  for (let at = 0; at + headBytes <= log.length;) {
    const kind = kinds[log.toString('latin1', at, at + 1) as keyof typeof kinds];
    const number = Number(log.readBigInt64LE(at + 1));
    const nameEnd = at + headBytes + log.readUInt32LE(at + 9);
    const end = nameEnd + log.readUInt32LE(at + 13);
    if (end > log.length) break;
    const file = log.toString('utf8', at + headBytes, nameEnd);
    records.push({ kind, file, number, data: log.subarray(nameEnd, end) });
    at = end;
  }
  return records;
}

/** What a disk writes at once; a page of the database is several of these. */
const sectorBytes = 512;

/**
 * The files as they may be after the power failed behind `records`: what was synced is there, and of everything later
 * each sector may be or not. `random(n)` gives whole numbers below n: with zeros alone all is there, as after a kill. Files
 * that were there `before` hold what they held.
 */
export function diskAfter(
  records: readonly LogRecord[],
  random: (bound: number) => number,
  before: ReadonlyMap<string, Uint8Array> = new Map(),
): Map<string, Uint8Array> {
  const lastSync = new Map<string, number>();
  for (const [at, { kind, file }] of records.entries()) if (kind === 'sync') lastSync.set(file, at);
  const files = new Map<string, DiskFile>();
  for (const [name, content] of before) {
    const file = new DiskFile();
    file.write(0, content);
    files.set(name, file);
  }
  for (const [at, { kind, file: name, number, data }] of records.entries()) {
    const file = files.get(name) ?? new DiskFile();
    const isSynced = at < (lastSync.get(name) ?? -1);
    if (kind === 'write') {
      files.set(name, file);
      for (let from = 0; from < data.length;) {
        const to = Math.min(data.length, from + sectorBytes - ((number + from) % sectorBytes));
        if (isSynced || random(2) === 0) file.write(number + from, data.subarray(from, to));
        from = to;
      }
    }
    if (kind === 'truncate' && (isSynced || random(2) === 0)) file.truncate(number);
    // A journal that is deleted ends a transaction: SQLite waits for its folder.
    if (kind === 'delete') files.delete(name);
  }
  return new Map([...files].map(([name, file]) => [name, file.content()]));
}

/** Bytes that grow as they are written to. */
class DiskFile {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  write(offset: number, data: Uint8Array): void {
    const end = offset + data.length;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(2 * end);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(data, offset);
    this.#length = Math.max(this.#length, end);
  }

  truncate(size: number): void {
    this.#bytes.fill(0, size);
    this.#length = size;
  }

  content(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
