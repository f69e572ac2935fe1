import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../core/book/fold.ts';

describe('fold', () => {
  it('makes Kangxi radicals and CJK compatibility forms ordinary characters', () => {
    expect(fold('⽤⼾⾏⽂')).toBe('用戶行文');
    expect(fold('豈')).toBe('豈');
    expect(fold('⻓期⻛险⻔')).toBe('长期风险门');
  });

  it('makes full and half width, and case, one', () => {
    expect(fold('ＳＧＸ　Enclave')).toBe('sgx enclave');
    expect(fold('ｶﾞ')).toBe('ガ');
  });

  it('leaves folded text alone', () => {
    expect(fold('机密计算 sgx')).toBe('机密计算 sgx');
  });

  it('is idempotent', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)));
  });
});
