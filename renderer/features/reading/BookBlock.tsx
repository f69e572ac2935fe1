import { memo, useMemo } from 'react';
import type { Block } from '../../../core/book/model.ts';
import { sanitiseBlock } from './sanitise.ts';

export interface BookBlockProps {
  readonly block: Block;
  readonly bookId: string;
  /** Whether it is the target of the last jump: marked for a moment. */
  readonly marked: boolean;
}

/** One block of the book: the only place where a book's HTML enters the page. */
export const BookBlock = memo(function BookBlock({ block, bookId, marked }: BookBlockProps) {
  // The same object for the same HTML, so that React leaves the book's DOM alone when only the mark changes.
  const html = useMemo(() => ({ __html: sanitiseBlock(block.html, bookId) }), [block.html, bookId]);
  return (
    <div
      className="block"
      data-block={block.id}
      data-kind={block.kind}
      data-marked={marked || undefined}
      dangerouslySetInnerHTML={html}
    />
  );
});
