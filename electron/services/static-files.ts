/** From the path of an address to a file inside one folder, and to nothing else. */
import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { failure, success, type Result } from '../../core/contract/result.ts';

/** A file that may be handed out, by its real path. */
export interface StaticFile {
  readonly path: string;
  readonly contentType: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

/** The type of a file by its extension; what is not known is never guessed at by the browser. */
export function contentTypeOf(name: string): string {
  return contentTypes[extname(name).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * The names a path is made of, each decoded once. Undefined where a name could lead elsewhere on any system: empty,
 * `.`, `..`, or with NUL, a slash, a backslash or a colon (drive, alternate stream) in it.
 */
export function pathSegments(urlPath: string): string[] | undefined {
  if (!urlPath.startsWith('/')) return undefined;
  const segments: string[] = [];
  for (const encoded of urlPath.slice(1).split('/')) {
    let segment: string;
    try {
      segment = decodeURIComponent(encoded);
    } catch {
      // Not UTF-8 behind the percent signs: no file of ours has such a name.
      return undefined;
    }
    // eslint-disable-next-line no-control-regex
    if (segment === '' || segment === '.' || segment === '..' || /[\u0000-\u001f/\\:]/.test(segment)) return undefined;
    segments.push(segment);
  }
  return segments;
}

/**
 * The file that `urlPath` (as it stands in the request, still encoded, without query) names inside `root`; `/` is
 * `index.html`. Symbolic links are followed, and refused where they lead out. Fails with not-found, for every reason.
 */
export async function resolveFile(root: string, urlPath: string): Promise<Result<StaticFile>> {
  const segments = urlPath === '/' ? ['index.html'] : pathSegments(urlPath);
  const missing = failure('not-found', { what: urlPath });
  if (segments === undefined) return missing;
  try {
    const realRoot = await realpath(root);
    const path = await realpath(join(realRoot, ...segments));
    if (!path.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)) return missing;
    if (!(await stat(path)).isFile()) return missing;
    return success({ path, contentType: contentTypeOf(path) });
  } catch {
    // Not there, not readable, a loop of links: for the page all the same.
    return missing;
  }
}
