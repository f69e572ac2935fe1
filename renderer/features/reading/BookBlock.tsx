import { memo, useMemo, type CSSProperties } from 'react';
import type { Block } from '../../../core/book/model.ts';
import { estimatedLines } from './block-size.ts';
import { sanitiseBlock } from './sanitise.ts';

export interface BookBlockProps {
  readonly block: Block;
  readonly bookId: string;
  /** Whether its text is there yet; without, it takes about the same room. */
  readonly filled: boolean;
  /** Whether it is the target of the last jump: marked for a moment. */
  readonly marked: boolean;
}

/** One block of the book: the only place where a book's HTML enters the page. */
export const BookBlock = memo(function BookBlock({ block, bookId, filled, marked }: BookBlockProps) {
  // The same object for the same HTML, so that React leaves the book's DOM alone when only the mark changes.
  const html = useMemo(
    () => (filled ? { __html: sanitiseBlock(block.html, bookId) } : undefined),
    [block.html, bookId, filled],
  );
  const size = useMemo(() => ({ '--lines': estimatedLines(block) }) as CSSProperties, [block]);
  return (
    <div
      className="block"
      style={size}
      data-block={block.id}
      data-kind={block.kind}
      data-marked={marked || undefined}
      dangerouslySetInnerHTML={html}
    />
  );
});
