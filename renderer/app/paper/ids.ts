/** Ids of what links on paper lead to: short, in ASCII, unique over all chapters. */

export interface PaperIds {
  /** The id of a place: a chapter, or one of its sections or blocks; the same at each call. */
  readonly of: (chapterId: string, targetId?: string) => string;
}

export function createPaperIds(): PaperIds {
  const known = new Map<string, string>();
  return {
    of(chapterId, targetId = '') {
      const key = `${chapterId}/${targetId}`;
      const id = known.get(key) ?? `paper-${known.size + 1}`;
      known.set(key, id);
      return id;
    },
  };
}
