import type { ReactNode } from 'react';
import type { ReadState } from '../../../core/reading/section-read.ts';
import type { ContentsEntry } from '../../../core/book/model.ts';

export interface ContentsProps {
  readonly contents: readonly ContentsEntry[];
  /** Language of the book's text, and the ones to fall back on. */
  readonly lang: string;
  readonly languages: readonly string[];
  readonly currentChapterId: string;
  readonly currentSectionId: string | undefined;
  readonly folded: ReadonlySet<string>;
  /** How many marks stand in a chapter, or under the heading of a section itself. */
  readonly marksIn: (chapterId: string, sectionId?: string) => number;
  readonly readState: (chapterId: string, sectionId?: string) => ReadState;
  readonly onToggle: (entryId: string) => void;
  readonly onOpen: (chapterId: string, sectionId?: string) => void;
  readonly hrefOf: (chapterId: string, sectionId?: string) => string;
  /** What stands below the tree. */
  readonly foot?: ReactNode;
}

/** One list of the tree, and what its rows need. */
export interface EntryListProps extends Omit<ContentsProps, 'contents' | 'foot'> {
  readonly entries: readonly ContentsEntry[];
  readonly depth: number;
}
