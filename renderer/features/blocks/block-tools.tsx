import type { ReactNode } from 'react';
import type { Block } from '../../../core/book/model.ts';
import type { BlockActions } from './actions.ts';
import { CodeTools } from './CodeTools.tsx';

/** The tools of a block by what it holds, or null for a block that has none. */
export function blockTools(block: Block, bookId: string, actions: BlockActions): ReactNode {
  const count = block.html.match(/<figure class="code"/g)?.length ?? 0;
  return count > 0 ? <CodeTools block={block} bookId={bookId} actions={actions} count={count} /> : null;
}
