import { describe, expect, it } from 'vitest';
import { moveInContents, type ContentsRow } from '../../../renderer/features/contents/contents-keys.ts';

const rows: ContentsRow[] = [
  { id: 'introduction', depth: 0, fold: 'none' },
  { id: 'platforms', depth: 0, fold: 'open' },
  { id: 'sgx', depth: 1, fold: 'open' },
  { id: 'sgx/background', depth: 2, fold: 'none' },
  { id: 'tdx', depth: 1, fold: 'closed' },
];

describe('moveInContents', () => {
  it('goes up and down through all visible rows and stops at the ends', () => {
    expect(moveInContents(rows, 1, 'ArrowDown')).toEqual({ focus: 2 });
    expect(moveInContents(rows, 1, 'ArrowUp')).toEqual({ focus: 0 });
    expect(moveInContents(rows, 4, 'ArrowDown')).toBeUndefined();
    expect(moveInContents(rows, 0, 'ArrowUp')).toBeUndefined();
    expect(moveInContents(rows, 3, 'Home')).toEqual({ focus: 0 });
    expect(moveInContents(rows, 0, 'End')).toEqual({ focus: 4 });
  });

  it('unfolds what is closed with right, and goes into what is open', () => {
    expect(moveInContents(rows, 4, 'ArrowRight')).toEqual({ toggle: 4 });
    expect(moveInContents(rows, 2, 'ArrowRight')).toEqual({ focus: 3 });
    expect(moveInContents(rows, 0, 'ArrowRight')).toBeUndefined();
  });

  it('folds what is open with left, and goes to the row above in the tree', () => {
    expect(moveInContents(rows, 2, 'ArrowLeft')).toEqual({ toggle: 2 });
    expect(moveInContents(rows, 3, 'ArrowLeft')).toEqual({ focus: 2 });
    expect(moveInContents(rows, 4, 'ArrowLeft')).toEqual({ focus: 1 });
    expect(moveInContents(rows, 0, 'ArrowLeft')).toBeUndefined();
  });

  it('leaves other keys alone', () => {
    expect(moveInContents(rows, 1, 'Enter')).toBeUndefined();
    expect(moveInContents(rows, -1, 'ArrowDown')).toBeUndefined();
  });
});
