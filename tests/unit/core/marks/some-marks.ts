import type { Anchor } from '../../../../core/anchor/anchor.ts';
import { emptyContent } from '../../../../core/marks/change.ts';
import type { Mark } from '../../../../core/marks/mark.ts';

export const someAnchor: Anchor = {
  chapterId: 'intel-sgx',
  sectionId: 'memory',
  lang: 'zh',
  blockId: 'memory.1',
  start: 3,
  endBlockId: 'memory.1',
  end: 7,
  quote: '机密内存',
  prefix: '飞地的',
  suffix: '由处理器加密。',
  sectionHash: '0123456789abcdef',
};

/** A highlight, as far as nothing else is said. */
export function someMark(changes: Partial<Mark> = {}): Mark {
  return {
    ...emptyContent,
    id: '00000000-0000-4000-8000-000000000001',
    bookId: 'cncc',
    kind: 'highlight',
    target: 'text',
    anchor: someAnchor,
    blockKind: null,
    edition: '1',
    color: 'yellow',
    createdAt: 1000,
    modifiedAt: 1000,
    deletedAt: null,
    clock: 1000,
    revision: 1,
    sequence: 1,
    ...changes,
  };
}
