import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapterIdFromPath, createUniqueIds, isId, slugify } from '../../../../core/book/slug.ts';

describe('slugify', () => {
  it('keeps letters of any script and drops punctuation', () => {
    expect(slugify('问题&挑战')).toBe('问题挑战');
    expect(slugify('1. 安装SGX运行时')).toBe('1-安装sgx运行时');
    expect(slugify('Intel SGX SDK/PSW/DCAP: Intel')).toBe('intel-sgx-sdkpswdcap-intel');
  });

  it('never starts with a hyphen or an underscore', () => {
    expect(slugify('__proto__')).toBe('proto__');
    expect(slugify('--annotation')).toBe('annotation');
  });

  it('has a name for a heading without letters', () => {
    expect(slugify('？？！')).toBe('section');
    expect(slugify('', 'book')).toBe('book');
  });

  it('gives a valid id for every text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => isId(slugify(text))));
  });
});

describe('chapterIdFromPath', () => {
  it('drops the extension and joins folders by hyphens', () => {
    expect(chapterIdFromPath('cc_platform/hygon_csv.md')).toBe('cc_platform-hygon_csv');
  });

  it('avoids the names that Windows reserves', () => {
    expect(chapterIdFromPath('con.md')).toBe('con-1');
  });
});

describe('unique ids', () => {
  it('numbers repetitions, also of names that objects carry', () => {
    const ids = createUniqueIds();
    const taken = ['constructor', 'constructor', 'background', 'background', 'background'].map((id) => ids.take(id));
    expect(taken).toEqual(['constructor', 'constructor-1', 'background', 'background-1', 'background-2']);
  });

  it('steps over a number that a heading has written itself', () => {
    const ids = createUniqueIds();
    expect(['a-1', 'a', 'a'].map((id) => ids.take(id))).toEqual(['a-1', 'a', 'a-2']);
  });

  it('never gives the same id twice', () => {
    const wanted = fc.constantFrom('a', 'a-1', 'a-2', 'b', 'toString', 'hasOwnProperty');
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 40 }), (list) => {
        const ids = createUniqueIds();
        const taken = list.map((id) => ids.take(id));
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });
});
