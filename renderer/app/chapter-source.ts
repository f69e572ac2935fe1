/**
 * Where the chapters of the page come from: the host, once. The last ones are kept, and what is most likely to be wanted next
 * can be fetched ahead, so that turning to it needs no host.
 */
import type { Chapter } from '../../core/book/model.ts';
import type { HostApi } from '../../core/contract/channels.ts';
import type { Result } from '../../core/contract/result.ts';

export interface ChapterId {
  readonly bookId: string;
  readonly chapterId: string;
  readonly lang: string;
}

export interface ChapterSource {
  /** A chapter in exactly this language. A failure is not kept: asked again, the host is asked again. */
  readonly read: (id: ChapterId) => Promise<Result<Chapter>>;
  /** Takes in a chapter that came by another way. */
  readonly keep: (id: ChapterId, chapter: Chapter) => void;
  /** Fetches what is not there yet when the page has nothing else to do. That it fails, who wants the chapter is told. */
  readonly ahead: (ids: readonly ChapterId[]) => void;
}

/** Enough for the chapter, both its neighbours and the last one before a jump, in two languages. */
const keptChapters = 8;

export interface ChapterSourceOptions {
  readonly read: HostApi['book:read'];
  /** Runs what is given to it when the page has nothing else to do. */
  readonly whenIdle: (work: () => void) => void;
  /** Makes a chapter ready that has been fetched ahead; runs when the page has nothing else to do. */
  readonly prepare: (chapter: Chapter, bookId: string) => void;
}

export function createChapterSource({ read, whenIdle, prepare }: ChapterSourceOptions): ChapterSource {
  /** In the order of their last use. */
  const kept = new Map<string, Promise<Result<Chapter>>>();

  function remember(key: string, chapter: Promise<Result<Chapter>>): Promise<Result<Chapter>> {
    kept.delete(key);
    kept.set(key, chapter);
    for (const oldest of [...kept.keys()].slice(0, -keptChapters)) kept.delete(oldest);
    return chapter;
  }

  function take(id: ChapterId): Promise<Result<Chapter>> {
    const key = keyOf(id);
    const known = kept.get(key);
    if (known) return remember(key, known);
    const asked = read(id);
    void asked.then(
      ({ ok }) => {
        if (!ok && kept.get(key) === asked) kept.delete(key);
      },
      () => kept.delete(key),
    );
    return remember(key, asked);
  }

  return {
    read: take,
    keep: (id, chapter) => void remember(keyOf(id), Promise.resolve({ ok: true, value: chapter })),
    ahead: (ids) =>
      whenIdle(() => {
        for (const id of ids) {
          if (kept.has(keyOf(id))) continue;
          void take(id).then((result) => {
            if (result.ok) whenIdle(() => prepare(result.value, id.bookId));
          });
        }
      }),
  };
}

function keyOf({ bookId, chapterId, lang }: ChapterId): string {
  return JSON.stringify([bookId, chapterId, lang]);
}
