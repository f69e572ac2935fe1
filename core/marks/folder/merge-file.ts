/** Brings the marks of a book into a file that the reader writes in as well. The reader's own text is never changed. */
import { hashOf, partsOf, passage, type Part } from './passages.ts';

/** A mark as it is to stand in the file. */
export interface Wanted {
  readonly id: string;
  readonly content: string;
}

export interface MergedFile {
  readonly text: string;
  /**
   * Passages that the reader had changed in the file and that have changed in Recto as well, or were deleted there: what
   * stood there is the reader's own text now, without markers.
   */
  readonly kept: number;
  /** Passages of marks that are not known here: they come from another Recto, and stay as they are. */
  readonly foreign: number;
}

/**
 * `wanted` is in the order of the book. A passage stays where it stands in the file; a new one comes behind the one before
 * it and what the reader wrote below that. `isGone` says of an id that is not wanted whether its mark was deleted here.
 */
export function mergeFile(text: string, wanted: readonly Wanted[], isGone: (id: string) => boolean): MergedFile {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const parts = partsOf(text);
  const contents = new Map(wanted.map(({ id, content }) => [id, content]));
  const added = newPassages(parts, wanted, eol);
  const out: string[] = [];
  let kept = 0;
  let foreign = 0;
  let last = '';
  for (const part of parts) {
    if (part.kind === 'own') {
      out.push(part.text);
      continue;
    }
    put(out, added.get(last), eol);
    last = part.id;
    const content = contents.get(part.id);
    if (content === undefined && !isGone(part.id)) {
      foreign += 1;
      out.push(part.text);
      continue;
    }
    // What has not changed in Recto stays as it is, whatever the reader has made of it.
    if (content !== undefined && hashOf(content) === part.written) {
      out.push(part.text);
      continue;
    }
    if (isReaders(part, content)) {
      kept += 1;
      out.push(part.body);
    }
    if (content !== undefined) put(out, [passage(part.id, content, eol)], eol);
  }
  put(out, added.get(last), eol);
  return { text: out.join(''), kept, foreign };
}

/** Whether the reader has changed a passage, to something else than what it is to be. */
function isReaders({ body, written }: Extract<Part, { kind: 'passage' }>, content: string | undefined): boolean {
  const now = hashOf(body);
  return now !== written && (content === undefined || now !== hashOf(content)) && body.trim() !== '';
}

/** Passages that are not in the file yet, by the id of the one they follow; before all others by ''. */
function newPassages(parts: readonly Part[], wanted: readonly Wanted[], eol: string): Map<string, string[]> {
  const there = new Set(parts.flatMap((part) => (part.kind === 'passage' ? [part.id] : [])));
  const added = new Map<string, string[]>();
  let before = '';
  for (const { id, content } of wanted) {
    if (there.has(id)) {
      before = id;
      continue;
    }
    there.add(id);
    const behind = added.get(before) ?? [];
    behind.push(passage(id, content, eol));
    added.set(before, behind);
  }
  return added;
}

/** A marker begins its line: text that ends without a line end gets one. */
function put(out: string[], passages: readonly string[] | undefined, eol: string): void {
  if (!passages) return;
  const end = out.findLast((text) => text !== '');
  if (end !== undefined && !/[\r\n\u2028\u2029]$/.test(end)) out.push(eol);
  out.push(...passages);
}
