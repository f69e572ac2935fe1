/** Changes of a mark as pure functions. */
import type { Mark, MarkContent, MarkKind } from './mark.ts';

export type MarkPatch = { readonly [K in keyof MarkContent]?: MarkContent[K] | undefined };

export const emptyContent: MarkContent = { label: null, body: null, color: null, style: null, state: null, tags: [] };

/** The content with what the patch names; empty texts become null, tags lose what is doubled or blank. */
export function patched(content: MarkContent, patch: MarkPatch): MarkContent {
  const value = <K extends keyof MarkContent>(key: K): MarkContent[K] => {
    const set = patch[key];
    return set === undefined ? content[key] : set;
  };
  return {
    label: textOrNull(value('label')),
    body: textOrNull(value('body')),
    color: value('color'),
    style: value('style'),
    state: value('state'),
    tags: tidyTags(value('tags')),
  };
}

/** A mark of such a kind after its body was written or taken away: a bookmark stays one, whatever is written beside it. */
export function kindWith(kind: MarkKind, body: string | null): MarkKind {
  if (kind === 'bookmark') return kind;
  return body === null ? 'highlight' : 'note';
}

/** What a mark says, as one text: two marks of one id with the same key differ in nothing that a reader would see. */
export function contentKey(mark: Mark): string {
  const { kind, target, anchor, label, body, color, style, state, tags, deletedAt } = mark;
  const place = anchor && [anchor.chapterId, anchor.lang, anchor.blockId, anchor.start, anchor.endBlockId, anchor.end];
  const words = anchor && [anchor.quote, anchor.prefix, anchor.suffix];
  return JSON.stringify([kind, target, place, words, label, body, color, style, state, tags, deletedAt !== null]);
}

function textOrNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text;
}

/** Without spaces around, blank ones and doubled ones; two that differ only in case are one, as first written. */
export function tidyTags(tags: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const tag of tags) {
    const tidy = tag
      .replace(/^[#\s]+/, '')
      .trim()
      .replace(/\s+/g, ' ');
    const key = tidy.toLowerCase();
    if (tidy !== '' && !kept.has(key)) kept.set(key, tidy);
  }
  return [...kept.values()];
}
