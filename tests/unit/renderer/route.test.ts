import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute } from '../../../renderer/app/route.ts';

describe('routes', () => {
  it('names a chapter, and a place in it', () => {
    expect(formatRoute({ chapterId: 'intel-sgx' })).toBe('#/intel-sgx');
    expect(formatRoute({ chapterId: 'intel-sgx', targetId: 'background.2' })).toBe('#/intel-sgx/background.2');
  });

  it('reads back what it wrote, in any script', () => {
    const id = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => !/[\ud800-\udfff]/.test(text));
    fc.assert(
      fc.property(id, fc.option(id, { nil: undefined }), (chapterId, targetId) => {
        const route = targetId === undefined ? { chapterId } : { chapterId, targetId };
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
    );
  });

  it.each(['', '#', '#/', '#code=abc', '#text', '#/a/b/c', '#/%E0%A4%A', '#/a/%zz'])(
    'does not take %j for a place',
    (hash) => {
      expect(parseRoute(hash)).toBeNull();
    },
  );
});
