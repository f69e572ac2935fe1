import { describe, expect, it } from 'vitest';
import { noProgress, progressed } from '../../../renderer/state/progress.ts';

describe('progressed', () => {
  it('follows the place within a long block, in steps, and is the same object in between', () => {
    const begun = progressed(noProgress, { blockId: 'a.1', fraction: 0.12 }, false);
    expect(begun).toEqual({ blockId: 'a.1', above: 0.1, atEnd: false });
    expect(progressed(begun, { blockId: 'a.1', fraction: 0.14 }, false)).toBe(begun);
    expect(progressed(begun, { blockId: 'a.1', fraction: 0.16 }, false)).toEqual({ ...begun, above: 0.15 });
    expect(progressed(begun, { blockId: 'a.2', fraction: 0.14 }, false)).toEqual({ ...begun, blockId: 'a.2' });
    expect(progressed(begun, { blockId: 'a.1', fraction: 0.14 }, true)).toEqual({ ...begun, atEnd: true });
  });
});
