/** Addresses of places from outside the reader: `recto://<book>/<chapter>#<section or block>`, or of a book: `recto://<book>`. */

export interface DeepLink {
  readonly bookId: string;
  readonly chapterId: string;
  readonly targetId?: string | undefined;
}

export function formatDeepLink({ bookId, chapterId, targetId }: DeepLink): string {
  const chapter = `recto://${encodeURIComponent(bookId)}/${encodeURIComponent(chapterId)}`;
  return targetId === undefined ? chapter : `${chapter}#${encodeURIComponent(targetId)}`;
}

/**
 * The place that an address names, or undefined for any other text. The ids are as they stand there: whether there is such
 * a book and chapter is for the caller to find out. A slash before `#` is taken as well: systems add one.
 */
export function parseDeepLink(text: string): DeepLink | undefined {
  const match = /^recto:\/\/([^/?#\s]+)\/([^/?#\s]+)\/?(?:#([^#\s]+))?$/i.exec(text.trim());
  const [bookId, chapterId, targetId] = (match?.slice(1) ?? []).map((part: string | undefined) =>
    part === undefined ? undefined : decoded(part),
  );
  if (bookId === undefined || chapterId === undefined) return undefined;
  if (match?.[3] === undefined) return { bookId, chapterId };
  return targetId === undefined ? undefined : { bookId, chapterId, targetId };
}

/** The book that an address names, with a place in it or alone (`recto://<book>`: where its reader is). */
export function bookInLink(text: string): string | undefined {
  const [, alone] = /^recto:\/\/([^/?#\s]+)\/?$/i.exec(text.trim()) ?? [];
  return alone === undefined ? parseDeepLink(text)?.bookId : decoded(alone);
}

/** The address of a book: of the place where its reader is. */
export function formatBookLink(bookId: string): string {
  return `recto://${encodeURIComponent(bookId)}`;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    // `%` without two hex digits: not an address of ours.
    return undefined;
  }
}
