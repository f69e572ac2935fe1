/** Places in the book as addresses: `#/<chapterId>` and `#/<chapterId>/<sectionId or blockId>`. */

export interface Route {
  readonly chapterId: string;
  readonly targetId?: string | undefined;
}

export function formatRoute({ chapterId, targetId }: Route): string {
  const chapter = `#/${encodeURIComponent(chapterId)}`;
  return targetId === undefined ? chapter : `${chapter}/${encodeURIComponent(targetId)}`;
}

/** The place that a hash (with its `#`) names, or null for anything else. */
export function parseRoute(hash: string): Route | null {
  const match = /^#\/([^/]+)(?:\/([^/]+))?$/.exec(hash);
  const chapterId = decode(match?.[1]);
  if (chapterId === undefined) return null;
  if (match?.[2] === undefined) return { chapterId };
  const targetId = decode(match[2]);
  return targetId === undefined ? null : { chapterId, targetId };
}

function decode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    // Not an address of ours: `%` without two hex digits.
    return undefined;
  }
}
