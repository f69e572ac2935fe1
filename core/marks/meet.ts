/** Two versions of a note that was being written while somebody else, in another window or program, changed it as well. */
import type { MarkContent } from './mark.ts';

type Shared = Pick<MarkContent, 'label' | 'tags' | 'color' | 'state'>;

export interface NoteVersion extends Shared {
  readonly body: string;
}

export interface Meeting {
  /** What is to be gone on with: their changes, and mine over them. */
  readonly content: NoteVersion;
  /** Their text, where both have changed it: only the writer can say what becomes of the two. */
  readonly theirs: string | undefined;
}

/** `base` is what both began with. Of tags, those that either has added stay, and those that either took away go. */
export function meet(base: NoteVersion, mine: NoteVersion, theirs: NoteVersion): Meeting {
  const chosen = <K extends 'label' | 'color' | 'state'>(key: K): NoteVersion[K] =>
    mine[key] === base[key] ? theirs[key] : mine[key];
  const tags = [
    ...theirs.tags.filter((tag) => mine.tags.includes(tag) || !base.tags.includes(tag)),
    ...mine.tags.filter((tag) => !theirs.tags.includes(tag) && !base.tags.includes(tag)),
  ];
  const content = { label: chosen('label'), color: chosen('color'), state: chosen('state'), tags, body: mine.body };
  if (mine.body === theirs.body || theirs.body === base.body) return { content, theirs: undefined };
  if (mine.body === base.body) return { content: { ...content, body: theirs.body }, theirs: undefined };
  return { content, theirs: theirs.body };
}

/** Both texts in one, mine first. */
export function bothTexts(mine: string, theirs: string): string {
  return `${mine.trimEnd()}\n\n${theirs.trim()}`;
}
