/** Files in a folder that other programs write to as well. */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Room for some 100,000 marks; what is larger is not read. */
const mostBytes = 128 * 1024 * 1024;

export type TextFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string; readonly bytes: Buffer }
  | { readonly kind: 'not-text' | 'too-large' };

/** Reads a file as text in UTF-8; a byte order mark is part of it. Throws the system's error. */
export function readText(file: string): TextFile {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return { kind: 'none' };
  if (!stat.isFile()) return { kind: 'not-text' };
  if (stat.size > mostBytes) return { kind: 'too-large' };
  const bytes = readFileSync(file);
  try {
    return { kind: 'text', bytes, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { kind: 'not-text' };
  }
}

/**
 * Puts `text` in the place of what was read, whole or not at all: beside it first, then moved there when it is on the disk.
 * False where the file is not any more what was read: somebody else has written it meanwhile. A link stays one, and a file
 * that is there keeps its permissions. Throws the system's error, and leaves nothing behind.
 */
export function writeBack(file: string, read: TextFile, text: string): boolean {
  const target = read.kind === 'none' ? file : realpathSync(file);
  const unfinished = join(dirname(target), `.recto-${randomUUID()}.unfinished`);
  const mode = read.kind === 'none' ? 0o600 : statSync(target).mode & 0o777;
  try {
    const descriptor = openSync(unfinished, 'wx', mode);
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    const now = readText(file);
    const isSame = read.kind === 'text' && now.kind === 'text' ? now.bytes.equals(read.bytes) : now.kind === read.kind;
    if (!isSame) {
      rmSync(unfinished, { force: true });
      return false;
    }
    renameSync(unfinished, target);
    return true;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Nobody takes so long to write a file: who began it has been killed. */
const abandonedMs = 10 * 60_000;

/** Takes what a killed process has left in a folder. Throws the system's error. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!/^\.recto-[0-9a-f-]{36}\.unfinished$/.test(name)) continue;
    const file = join(folder, name);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > abandonedMs) rmSync(file, { force: true });
  }
}
