/** A book's source as a reader has it: a folder, or a zip. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { memoryBookFolder, openBookFolder, type BookFolder } from '../../../build/compile/book-folder.ts';
import type { Problem } from '../../../core/book/report.ts';
import { say, type Sentence } from '../../../core/book/sentences/say.ts';
import { readBytes } from '../exchange/read-file.ts';
import { unpackZip } from '../exchange/unpack-zip.ts';

export type OpenedSource =
  { readonly ok: true; readonly folder: BookFolder } | { readonly ok: false; readonly problem: Problem };

/** A zip on the disk; a book with more than this in pictures is better opened as a folder. */
const mostZipBytes = 256 * 1024 * 1024;
/** What comes out of it. */
const zipLimits = { bytes: 256 * 1024 * 1024, entries: 20_000 };

/** Opens the source of a book. Fails with not-a-book (nothing there, or neither folder nor zip) and zip-invalid. */
export async function openSource(path: string): Promise<OpenedSource> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) {
    const folder = await openBookFolder(path);
    return folder === undefined ? refused('not-a-book', say('source-unreadable', { path })) : { ok: true, folder };
  }
  if (found?.isFile() !== true) return refused('not-a-book', say('source-missing', { path }));
  try {
    const bytes = await readBytes(path, mostZipBytes);
    if (bytes.ok) return openZip(basename(path), bytes.value);
    return refused('zip-invalid', say('zip-too-large', { file: basename(path), limit: bytes.problem.what }));
  } catch (error) {
    return refused(
      'not-a-book',
      say('source-fails', { path, reason: error instanceof Error ? error.message : String(error) }),
    );
  }
}

/** Unpacks a zip into memory. Where everything in it stands in one folder, as archives of repositories do, that is the book. */
function openZip(name: string, bytes: Uint8Array): OpenedSource {
  if (Buffer.from(bytes.subarray(0, 2)).toString('latin1') !== 'PK') {
    return refused('zip-invalid', say('zip-not', { file: name }));
  }
  const unpacked = unpackZip(bytes, zipLimits);
  if (!unpacked.ok) {
    const { code, what } = unpacked.problem;
    const message =
      code === 'too-large'
        ? say('zip-holds-too-much', { file: name, limit: what })
        : say('zip-unreadable', { file: name, reason: what });
    return refused('zip-invalid', message);
  }
  const files = [...unpacked.value].filter(([path]) => isPlainPath(path));
  const [top] = files[0]?.[0].split('/') ?? [];
  const prefix = `${top ?? ''}/`;
  const inside = files.length > 0 && files.every(([path]) => path.startsWith(prefix)) ? prefix.length : 0;
  const title = inside > 0 ? (top ?? name) : name.replace(/\.[^.]*$/, '');
  return {
    ok: true,
    folder: memoryBookFolder(title, new Map(files.map(([path, content]) => [path.slice(inside), content]))),
  };
}

/** A file of the book: no folder, nothing that a system or another program keeps for itself, no way out. */
function isPlainPath(path: string): boolean {
  if (path.endsWith('/') || path.startsWith('__MACOSX/') || path.startsWith('/') || path.includes('\\')) return false;
  return !path.split('/').some((part) => part === '..' || part === '.' || part === '.git' || part === 'node_modules');
}

function refused(code: Problem['code'], message: Sentence): { ok: false; problem: Problem } {
  return { ok: false, problem: { severity: 'error', code, file: '', message } };
}
