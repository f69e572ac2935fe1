import type { ReactNode } from 'react';
import type { Block } from '../../../core/book/model.ts';
import type { BlockActions } from './actions.ts';
import { CodeTools } from './CodeTools.tsx';
import { FigureTools } from './FigureTools.tsx';

/** The tools of a block by what it holds, or null for a block that has none. */
export function blockTools(block: Block, bookId: string, actions: BlockActions): ReactNode {
  const count = block.html.match(/<figure class="code"/g)?.length ?? 0;
  if (count > 0) return <CodeTools block={block} bookId={bookId} actions={actions} count={count} />;
  if (block.kind === 'figure') return <FigureTools html={block.html} actions={actions} />;
  return null;
}
