/** Where a link in a chapter leads. */
import type { Dialect } from './draft.ts';
import type { Problem, ProblemCode, Severity } from './report.ts';
import { say, type Sentence } from './sentences/say.ts';
import { slugify } from './slug.ts';

/** What can be linked to, by path relative to the book's folder with forward slashes. */
export interface LinkMap {
  readonly chapters: ReadonlyMap<string, LinkableChapter>;
}

export interface LinkableChapter {
  readonly chapterId: string;
  readonly lang: string;
  /** Section ids by what a link may name after `#`. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** The chapter a link stands in. */
export interface LinkOrigin {
  readonly dialect: Dialect;
  readonly file: string;
  readonly lang: string;
}

export type LinkProblem = Pick<Problem, 'severity' | 'code' | 'message'>;

export interface ResolvedLink {
  /** `#/chapter`, `#/chapter/section` or an external address; undefined where the link leads nowhere. */
  readonly href: string | undefined;
  readonly external: boolean;
  readonly problem: LinkProblem | undefined;
}

/** Resolves the address of a link as it stands in the HTML (percent-encoded where Markdown demands it). */
export function resolveLink(href: string, origin: LinkOrigin, map: LinkMap): ResolvedLink {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme !== undefined || href.startsWith('//')) return resolveExternal(href, scheme, origin);
  const [pathAndQuery = '', ...fragments] = href.split('#');
  const path = decodePath(pathAndQuery.replace(/\?.*$/s, ''));
  const fragment = decodePath(fragments.join('#'));
  const file = path === '' ? origin.file : resolvePath(origin.file, path);
  const chapter = file === undefined ? undefined : findChapter(file, map);
  if (chapter === undefined) {
    return dead(file === undefined ? 'path-outside-book' : 'link-dead', say('link-no-chapter', { path }));
  }
  if (chapter.lang !== origin.lang) {
    return dead('link-dead', say('link-other-language', { path, lang: chapter.lang }));
  }
  const toChapter = `#/${chapter.chapterId}`;
  if (fragment === '') return { href: toChapter, external: false, problem: undefined };
  const sectionId = chapter.anchors.get(fragment) ?? chapter.anchors.get(slugify(fragment));
  if (sectionId !== undefined) return { href: `${toChapter}/${sectionId}`, external: false, problem: undefined };
  const problem = error('link-anchor-dead', say('link-no-heading', { fragment, file: file ?? origin.file }));
  return { href: toChapter, external: false, problem };
}

/**
 * A relative path resolved against the folder of a file of the book; `/x` counts from the book's folder. Undefined
 * where it leads out of the book.
 */
export function resolvePath(fromFile: string, path: string): string | undefined {
  const base = path.startsWith('/') ? [] : fromFile.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') base.push(part);
    else if (base.pop() === undefined) return undefined;
  }
  return base.join('/');
}

function findChapter(file: string, map: LinkMap): LinkableChapter | undefined {
  // GitBook books link to a folder for its README, and to pages by the name they get when published.
  const candidates = [
    file,
    file.replace(/\.html$/, '.md'),
    `${file === '' ? '' : `${file}/`}README.md`,
    file.replace(/index\.(?:html|md)$/, 'README.md'),
  ];
  return candidates.map((candidate) => map.chapters.get(candidate)).find((found) => found !== undefined);
}

function resolveExternal(href: string, scheme: string | undefined, origin: LinkOrigin): ResolvedLink {
  const strict = origin.dialect === 'recto';
  if (scheme === 'https') return { href, external: true, problem: undefined };
  if (scheme === 'http' || (scheme === 'mailto' && !strict)) {
    const problem = strict ? error('link-not-https', say('link-not-https', { href })) : undefined;
    return { href, external: true, problem };
  }
  return dead('link-refused', say('link-refused', { href }));
}

/** A percent-encoded path as text; the text itself where its `%` mean nothing. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray `%` is then part of the name.
    return text;
  }
}

function dead(code: ProblemCode, message: Sentence): ResolvedLink {
  return { href: undefined, external: false, problem: error(code, message) };
}

function error(code: ProblemCode, message: Sentence): LinkProblem {
  const severity: Severity = 'error';
  return { severity, code, message };
}
