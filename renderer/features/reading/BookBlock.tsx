import { memo, use, useMemo, useRef, type CSSProperties } from 'react';
import type { Block } from '../../../core/book/model.ts';
import { BlockToolsContext } from './block-tools-context.ts';
import { estimatedLines } from './block-size.ts';
import type { Shape } from '../../../core/book/pair-blocks.ts';
import { sanitiseBlock } from '../../html/sanitise.ts';
import type { BlockState } from './use-near-first.ts';
import { useScrollStops } from './use-scroll-stops.ts';

export interface BookBlockProps {
  readonly block: Block;
  readonly bookId: string;
  readonly state: BlockState;
  /** Whether it is the target of the last jump: marked for a moment. */
  readonly marked: boolean;
  /** The rest where two languages are shown: which of them this is, and how it stands to the other. */
  readonly lang?: string;
  readonly side?: 'main' | 'translation';
  readonly shape?: Shape;
  /** Whether the other language lacks it: then it is a place of its own. */
  readonly lone?: boolean;
}

/** One block of the book: the only place where a book's HTML enters the page. */
export const BookBlock = memo(function BookBlock(props: BookBlockProps) {
  const { block, bookId, state, marked, lang, side, shape, lone } = props;
  // The same object for the same HTML, so that React leaves the book's DOM alone when only the mark changes.
  const filled = state !== 'empty';
  const html = useMemo(() => (filled ? { __html: sanitiseBlock(block, bookId) } : undefined), [block, bookId, filled]);
  const element = useRef<HTMLDivElement>(null);
  useScrollStops(element, html);
  const size = useMemo(() => ({ '--lines': estimatedLines(block) }) as CSSProperties, [block]);
  const attributes = {
    className: side ? 'block prose' : 'block',
    style: size,
    lang,
    // A place is a place in the text; its translation goes with it.
    'data-block': side === 'translation' && lone !== true ? undefined : block.id,
    'data-side': side,
    'data-shape': shape,
    'data-kind': block.kind,
    'data-marked': marked || undefined,
    'data-shown': state === 'shown' || undefined,
  };
  const tools = use(BlockToolsContext);
  const controls = html === undefined ? null : tools(block);
  if (controls === null) return <div ref={element} {...attributes} dangerouslySetInnerHTML={html} />;
  return (
    <div ref={element} {...attributes}>
      <div dangerouslySetInnerHTML={html} />
      {controls}
    </div>
  );
});
