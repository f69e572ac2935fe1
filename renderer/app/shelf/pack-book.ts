/** A book that was chosen or dropped in the page, as one zip: the page has files, and no paths. */
import { zipSync } from 'fflate';
import { mostUploadBytes } from '../../../core/contract/upload-limit.ts';
import type { Dropped, Packing } from '../../state/packing.ts';

interface FileAt {
  readonly path: string;
  readonly file: File;
}

/** A zip as it is, or the files of a folder (as an input for folders gives them) put into one. */
export async function packFiles(files: readonly File[]): Promise<Packing> {
  const [first] = files;
  if (first === undefined) return 'not-a-book';
  if (first.webkitRelativePath !== '') return pack(files.map((file) => ({ path: file.webkitRelativePath, file })));
  if (files.length > 1 || !/\.zip$/i.test(first.name)) return 'not-a-book';
  return first.size > mostUploadBytes ? 'too-large' : { name: first.name, bytes: first };
}

/** The one folder or zip that was dropped. */
export async function packDropped([dropped, ...more]: readonly Dropped[]): Promise<Packing> {
  if (dropped === undefined || more.length > 0) return 'not-a-book';
  if (dropped instanceof File) return packFiles([dropped]);
  if (isFolder(dropped)) return pack(await filesBelow(dropped));
  return packFiles([await fileOf(dropped as FileSystemFileEntry)]);
}

/** Version control, packages and what was built from the book: no chapter stands there. */
const passedOver = /(?:^|\/)(?:\.[^/]+|node_modules|_book)(?:\/|$)/;

async function pack(all: readonly FileAt[] | 'too-large'): Promise<Packing> {
  if (all === 'too-large') return 'too-large';
  const files = all.filter(({ path }) => !passedOver.test(path));
  const [name = ''] = files[0]?.path.split('/') ?? [];
  if (files.length === 0) return 'not-a-book';
  if (files.reduce((sum, { file }) => sum + file.size, 0) > mostUploadBytes) return 'too-large';
  const contents = await Promise.all(
    files.map(async ({ path, file }) => [path, new Uint8Array(await file.arrayBuffer())] as const),
  );
  // Not pressed: it does not go far.
  const bytes = new Blob([zipSync(Object.fromEntries(contents), { level: 0 })]);
  return bytes.size > mostUploadBytes ? 'too-large' : { name, bytes };
}

const mostFiles = 20_000;

async function filesBelow(folder: FileSystemDirectoryEntry): Promise<FileAt[] | 'too-large'> {
  const found: FileAt[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of await entriesOf(next)) {
      const path = entry.fullPath.replace(/^\//, '');
      if (passedOver.test(path)) continue;
      if (isFolder(entry)) folders.push(entry);
      else found.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
      if (found.length > mostFiles) return 'too-large';
    }
  }
  return found;
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** The browser gives them out in portions; an empty one is the last. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
