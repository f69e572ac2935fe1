import { createContext, type ReactNode } from 'react';
import type { Block } from '../../../core/book/model.ts';

/** Gives the controls beside a block's text, or null. Has to be stable: all blocks are drawn anew where it changes. */
export const BlockToolsContext = createContext<(block: Block) => ReactNode>(() => null);
