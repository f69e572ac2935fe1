/** The address space of the page, the same in both hosts: the built page, and the pictures of books. */
import { readFile } from 'node:fs/promises';
import { failure, success, type Result } from '../../core/contract/result.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { bookHeaders, pageHeaders } from './csp.ts';
import type { Services } from './host-services.ts';
import { bookFileFolders } from './library/book.ts';
import { pathSegments, resolveFile } from './static-files.ts';

/** A file to answer with. `headers` are complete, the content type among them. */
export interface Resource {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What to answer with instead of the file as it is on the disk. */
  readonly body?: Buffer<ArrayBuffer>;
}

/** What the page's addresses need. */
export type PageServices = Pick<Services, 'bookFile' | 'settings'>;

/** Whether a path belongs to a book (and not to the page itself). */
export function isBookPath(urlPath: string): boolean {
  return urlPath.startsWith('/books/');
}

/**
 * What stands at `urlPath` (still encoded, without query): `/` and the files of `pageFolder`, and
 * `/books/<bookId>/assets/<name>` and `/books/<bookId>/search/<name>`. Fails with not-found, and with book-damaged for a
 * file of a book that has changed.
 */
export async function findResource(
  services: PageServices,
  pageFolder: string,
  urlPath: string,
): Promise<Result<Resource>> {
  if (isBookPath(urlPath)) {
    const [, bookId = '', folder, name = '', ...rest] = pathSegments(urlPath) ?? [];
    const known = bookFileFolders.find((one) => one === folder);
    if (known === undefined || rest.length > 0) return failure('not-found', { what: urlPath });
    const file = await services.bookFile(bookId, known, name);
    if (!file.ok) return file;
    return success({
      path: file.value.path,
      headers: { ...bookHeaders, 'Content-Type': file.value.contentType, 'Cache-Control': 'no-store' },
    });
  }
  const file = await resolveFile(pageFolder, urlPath);
  if (!file.ok) return file;
  // Vite puts a hash of the content into every name below /assets/.
  const cache = urlPath.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
  return success({
    path: file.value.path,
    headers: { ...pageHeaders, 'Content-Type': file.value.contentType, 'Cache-Control': cache },
    ...(urlPath === '/' ? { body: await themedPage(file.value.path, services.settings().theme) } : {}),
  });
}

/**
 * The page with the theme that the reader has chosen: it is painted long before it can ask for the settings, and would
 * show the system's colours until then.
 */
async function themedPage(path: string, theme: Settings['theme']): Promise<Buffer<ArrayBuffer>> {
  const html = await readFile(path);
  if (theme === 'system') return html;
  return Buffer.from(html.toString().replace('<html', `<html data-theme="${theme}"`));
}
