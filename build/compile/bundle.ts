/** Writing a bundle: the same book gives the same bytes, and a bundle is either whole or not there. */
import { createHash, randomBytes } from 'node:crypto';
import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { bundleFormat, type Integrity } from '../../core/book/model.ts';
import { say, type Sentence } from '../../core/book/sentences/say.ts';

/** Files by path with forward slashes. */
export type BundleFiles = ReadonlyMap<string, Buffer>;

/** JSON with sorted keys: the order in which a program builds an object is not part of the bundle. */
export function toCanonicalJson(value: unknown): Buffer {
  const sorted = JSON.stringify(value, (_key, item: unknown) => {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return Buffer.from(`${sorted}\n`, 'utf8');
}

/** `integrity.json` for these files. */
export function integrityOf(files: BundleFiles): Integrity {
  const hashes = [...files].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')] as const);
  return { format: bundleFormat, files: Object.fromEntries(hashes) };
}

export interface TargetProblem {
  readonly code: 'target-not-a-bundle' | 'target-unwritable';
  readonly message: Sentence;
}

/**
 * Writes the files and `integrity.json` (last) into a folder beside the target and moves it into place. A bundle that
 * stood there is replaced; anything else that stands there is left alone, and reported.
 */
export async function writeBundle(target: string, files: BundleFiles): Promise<TargetProblem | undefined> {
  const place = resolve(target);
  const token = randomBytes(6).toString('hex');
  const [fresh, old] = [`${place}.new-${token}`, `${place}.old-${token}`];
  try {
    if (!(await isReplaceable(place))) {
      return { code: 'target-not-a-bundle', message: say('target-taken', { target }) };
    }
    await mkdir(fresh, { recursive: true });
    await fillAndMove(fresh, place, old, files);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { code: 'target-unwritable', message: say('target-unwritable', { target, reason: error.message }) };
  }
}

async function fillAndMove(fresh: string, place: string, old: string, files: BundleFiles): Promise<void> {
  try {
    for (const [path, bytes] of files) {
      const file = join(fresh, ...path.split('/'));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    await writeFile(join(fresh, 'integrity.json'), toCanonicalJson(integrityOf(files)));
    await moveIntoPlace(fresh, place, old);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function moveIntoPlace(fresh: string, place: string, old: string): Promise<void> {
  const replaces = await exists(place);
  if (replaces) await rename(place, old);
  try {
    await rename(fresh, place);
  } catch (error) {
    if (replaces) await rename(old, place);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

async function isReplaceable(place: string): Promise<boolean> {
  if (!(await exists(place))) return true;
  const names = await readdir(place);
  return names.length === 0 || (names.includes('book.json') && names.includes('integrity.json'));
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
