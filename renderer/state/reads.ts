/** What was read of the open book. */
import type { BookManifest } from '../../core/book/model.ts';
import { summarizeReads, type ReadSummary, type SectionRead } from '../../core/reading/section-read.ts';
import type { AppState } from './app-state.ts';

/** With the rows that have changed, each in the place of the one it follows. The list itself where there are none. */
export function readsChanged(
  list: readonly SectionRead[],
  changed: readonly SectionRead[] | undefined,
): readonly SectionRead[] {
  if (changed === undefined || changed.length === 0) return list;
  const keyOf = ({ chapterId, sectionId }: SectionRead): string => `${chapterId} ${sectionId}`;
  return [...new Map([...list, ...changed].map((read) => [keyOf(read), read])).values()];
}

/** Several places of the page ask for it. */
let known:
  | { readonly manifest: BookManifest; readonly reads: readonly SectionRead[]; readonly summary: ReadSummary }
  | undefined;

export function readSummary({ reads, reading: { manifest } }: Pick<AppState, 'reads' | 'reading'>): ReadSummary {
  if (known?.manifest !== manifest || known.reads !== reads) {
    known = { manifest, reads, summary: summarizeReads(manifest.contents, reads) };
  }
  return known.summary;
}
