/** A compiled book on disk. Each file is compared with its SHA-256 when it is read, so that no start waits for all. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { bookManifestSchema, bundleFormat, integritySchema, type BookManifest } from '../../../core/book/model.ts';
import { failure, success, type Result } from '../../../core/contract/result.ts';

export interface Bundle {
  readonly folder: string;
  readonly manifest: BookManifest;
  /** Whether the bundle has a file of that path (forward slashes). */
  readonly has: (path: string) => boolean;
  /** A file's content. Fails with not-found for a path the bundle does not have, else with book-damaged. */
  readonly read: (path: string) => Promise<Result<Buffer>>;
  /** A JSON file's content. Fails as `read` does. */
  readonly readJson: <T>(path: string, schema: z.ZodType<T>) => Promise<Result<T>>;
}

const integrityFile = 'integrity.json';

/** Enough to tell another format from a damaged file. */
const anyFormat = z.looseObject({ format: z.number() });

/**
 * Opens the bundle in `folder`. Fails with book-missing (no folder, no bundle in it, another format) and with
 * book-damaged.
 */
export async function openBundle(folder: string): Promise<Result<Bundle>> {
  const integrity = await readIntegrity(folder);
  if (!integrity.ok) return integrity;
  const { files } = integrity.value;
  const damaged = (path: string) => failure('book-damaged', { file: join(folder, path) });

  const has = (path: string) => Object.hasOwn(files, path);

  const read: Bundle['read'] = async (path) => {
    if (!has(path)) return failure('not-found', { what: path });
    let content: Buffer;
    try {
      content = await readFile(join(folder, path));
    } catch {
      // Compiled into the bundle and no longer there, or not readable: not what was compiled.
      return damaged(path);
    }
    return createHash('sha256').update(content).digest('hex') === files[path] ? success(content) : damaged(path);
  };

  const readJson: Bundle['readJson'] = async (path, schema) => {
    const content = await read(path);
    if (!content.ok) return content;
    const parsed = schema.safeParse(parseJson(content.value));
    return parsed.success ? success(parsed.data) : damaged(path);
  };

  const manifest = await readJson('book.json', bookManifestSchema);
  if (manifest.ok) return success({ folder, manifest: manifest.value, has, read, readJson });
  return manifest.error.code === 'not-found' ? damaged('book.json') : manifest;
}

async function readIntegrity(folder: string): Promise<Result<z.infer<typeof integritySchema>>> {
  let content: Buffer;
  try {
    content = await readFile(join(folder, integrityFile));
  } catch (error) {
    return failure('book-missing', { folder, what: error instanceof Error ? error.message : String(error) });
  }
  const json = parseJson(content);
  const integrity = integritySchema.safeParse(json);
  if (integrity.success) return success(integrity.data);
  const other = anyFormat.safeParse(json);
  if (other.success && other.data.format !== bundleFormat) {
    return failure('book-missing', { folder, what: `bundle format ${other.data.format}, not ${bundleFormat}` });
  }
  return failure('book-damaged', { file: join(folder, integrityFile) });
}

function parseJson(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    // Fits no schema, so the caller reports the file.
    return undefined;
  }
}
