/** Pictures of a book: found in its folder, typed by content, named by content hash, each once. */
import { createHash } from 'node:crypto';
import { lineOf, type ChapterDraft, type Dialect } from '../../core/book/draft.ts';
import type { BundledImage } from '../../core/book/finish-chapter.ts';
import { elementsIn, stringProperty } from '../../core/book/hast.ts';
import { decodePath, resolvePath } from '../../core/book/links.ts';
import type { Problem } from '../../core/book/report.ts';
import { say } from '../../core/book/sentences/say.ts';
import type { BookFolder, ReadFailure } from './book-folder.ts';
import { imageExtensions, readImageInfo } from './image-type.ts';

export interface ImageStore {
  /** Loads all pictures of a chapter that can be had, and reports the others. */
  collect(draft: ChapterDraft, dialect: Dialect): Promise<void>;
  /** A picture by its address in a chapter's HTML; undefined where it could not be had. */
  find(file: string, source: string): BundledImage | undefined;
  /** Bytes by asset name. */
  readonly assets: ReadonlyMap<string, Buffer>;
  readonly problems: readonly Problem[];
}

interface LoadedImage {
  readonly image: BundledImage | undefined;
  readonly problem: Pick<Problem, 'severity' | 'code' | 'message'> | undefined;
}

export function createImageStore(folder: BookFolder): ImageStore {
  const loaded = new Map<string, Promise<LoadedImage>>();
  const images = new Map<string, BundledImage>();
  const assets = new Map<string, Buffer>();
  const problems: Problem[] = [];
  let total = 0;

  async function load(path: string): Promise<LoadedImage> {
    const read = total > maxTotalBytes ? tooMany(path) : await folder.readBytes(path);
    if (!read.ok) {
      const code = read.failure.code === 'not-found' ? 'image-missing' : read.failure.code;
      return {
        image: undefined,
        problem: { severity: 'error', code, message: say('picture-file', { failure: read.failure.message }) },
      };
    }
    const info = readImageInfo(read.value);
    if (info === undefined) {
      const message = say('picture-kind', { file: path });
      return { image: undefined, problem: { severity: 'error', code: 'image-type-mismatch', message } };
    }
    total += read.value.length;
    const extensions = imageExtensions[info.type];
    const name = `${createHash('sha256').update(read.value).digest('hex').slice(0, 20)}.${extensions[0] ?? info.type}`;
    assets.set(name, read.value);
    const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
    const message = say('picture-type', { file: path, type: info.type.toUpperCase() });
    const problem = extensions.includes(extension)
      ? undefined
      : ({ severity: 'warning', code: 'image-type-mismatch', message } as const);
    return { image: { name, width: info.width, height: info.height }, problem };
  }

  return {
    assets,
    problems,
    find: (file, source) => images.get(`${file}\n${source}`),
    async collect(draft, dialect) {
      for (const { block, source } of imagesOf(draft)) {
        const place = { file: draft.file, line: lineOf(block, source) };
        const path = pathOf(draft.file, source);
        if (path.kind === 'none') {
          problems.push({
            severity: 'error',
            code: 'image-missing',
            ...place,
            message: say('picture-no-address'),
          });
        } else if (path.kind === 'remote') {
          const severity = dialect === 'recto' ? 'error' : 'warning';
          problems.push({
            severity,
            code: 'image-remote',
            ...place,
            message: say('picture-remote', { source }),
          });
        } else if (path.kind === 'outside') {
          problems.push({
            severity: 'error',
            code: 'path-outside-book',
            ...place,
            message: say('outside-book', { file: source }),
          });
        } else {
          let pending = loaded.get(path.path);
          if (pending === undefined) loaded.set(path.path, (pending = load(path.path)));
          const { image, problem } = await pending;
          if (problem !== undefined) problems.push({ ...problem, ...place });
          if (image !== undefined) images.set(`${draft.file}\n${source}`, image);
        }
      }
    },
  };
}

/** All of them are in memory until the bundle is written. */
const maxTotalBytes = 512 * 1024 * 1024;

function tooMany(path: string): { ok: false; failure: ReadFailure } {
  const message = say('picture-left-out', { file: path, most: maxTotalBytes });
  return { ok: false, failure: { code: 'file-too-large', message } };
}

type ImagePath = { kind: 'file'; path: string } | { kind: 'remote' } | { kind: 'outside' } | { kind: 'none' };

function pathOf(file: string, source: string): ImagePath {
  if (source === '') return { kind: 'none' };
  if (/^[a-z][a-z0-9+.-]*:/i.test(source) || source.startsWith('//')) return { kind: 'remote' };
  const path = resolvePath(file, decodePath(source.replace(/[?#].*$/s, '')));
  return path === undefined ? { kind: 'outside' } : { kind: 'file', path };
}

function* imagesOf(
  draft: ChapterDraft,
): Generator<{ block: ChapterDraft['sections'][number]['blocks'][number]; source: string }> {
  for (const section of draft.sections) {
    for (const block of section.blocks) {
      for (const node of elementsIn({ type: 'root', children: [block.tree] })) {
        if (node.tagName === 'img') yield { block, source: stringProperty(node, 'src') ?? '' };
      }
    }
  }
}
