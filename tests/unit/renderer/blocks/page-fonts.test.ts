import { describe, expect, it } from 'vitest';
import { holdsAny } from '../../../../renderer/features/blocks/page-fonts.ts';

describe('a slice of a font', () => {
  it('is taken where it holds a character of the drawing', () => {
    expect(holdsAny('U+4E00-4EFF, U+26', [0x4e2d])).toBe(true);
    expect(holdsAny('U+4E00-4EFF, U+26', [0x26])).toBe(true);
    expect(holdsAny('U+4E00-4EFF, U+26', [0x41, 0x5000])).toBe(false);
    expect(holdsAny('', [0x41])).toBe(true);
  });
});
