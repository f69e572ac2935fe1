import { expect, it } from 'vitest';
import type { MarkPlacement } from '../../../../core/contract/marks.ts';
import { countPlaces } from '../../../../core/marks/count-places.ts';

const at = (chapterId: string, blockId: string): { placement: MarkPlacement } => ({
  placement: { kind: 'placed', chapterId, range: { blockId, start: 0, endBlockId: blockId, end: 1 } },
});

it('counts marks by chapter and by the section they stand in, and leaves out those that stand nowhere', () => {
  const { ofChapter, ofSection } = countPlaces([
    at('sgx', 'memory.1'),
    at('sgx', 'memory.12'),
    at('sgx', 'v1.2.3'),
    at('tdx', 'memory.0'),
    { placement: { kind: 'book' } },
    { placement: { kind: 'lost', candidates: [] } },
  ]);
  expect([ofChapter('sgx'), ofChapter('tdx'), ofChapter('none')]).toEqual([3, 1, 0]);
  expect([ofSection('sgx', 'memory'), ofSection('sgx', 'v1.2'), ofSection('tdx', 'memory')]).toEqual([2, 1, 1]);
  expect(ofSection('sgx', 'none')).toBe(0);
});
