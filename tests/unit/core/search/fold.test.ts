import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWithMap } from '../../../../core/search/fold.ts';

/** Pieces of text that folding has to do with, strung together at random. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '机密容器',
      '远程',
      '度量',
      '⽣成',
      '⻓',
      'ＡＢＣ',
      '１２',
      'ｶﾞ',
      'が',
      'e\u0301',
      'é',
      'ﬁ',
      '😀',
      '👩‍🔬',
      '𠀀',
      '𪜈\u{e0100}',
    ],
    ...[
      ' ',
      '  ',
      '\n',
      '\t',
      '\u3000',
      '\u00ad',
      '\u200b',
      '‐',
      '–',
      '’',
      '“',
      'Σ',
      'ς',
      'İ',
      '，',
      '。',
      '´',
      'ㄱㅏ',
      '각',
      '\ud83d',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('folding for search', () => {
  it.each([
    ['case', 'LD_Library_PATH', 'ld_library_path'],
    ['full width', 'ＳＧＸ１２', 'sgx12'],
    ['half-width kana', 'ｶﾞ', 'ガ'],
    ['Kangxi radicals', '⽣成', '生成'],
    ['CJK radicals', '⻓城', '长城'],
    ['ligatures', 'ﬁle', 'file'],
    ['combining marks', 'cafe\u0301', 'café'],
    ['white space', 'a \t\n b', 'a b'],
    ['a line end of the source between Chinese characters', '机密 计算', '机密计算'],
    ['a list item is another line', '机密\n计算', '机密\n计算'],
    ['Latin beside Chinese', '在 SGX 中', '在 sgx 中'],
    ['invisible characters', 'con\u00adfi\u200bdential', 'confidential'],
    ['marks that choose a glyph', '葛\u{e0100}', '葛'],
    ['quotation marks and dashes', '“don’t” 1–2', '"don\'t" 1-2'],
    ['final sigma', 'ΣΑΣ', 'σασ'],
    ['what would bring spaces stays', '´', '´'],
  ])('makes %s one', (_, original, folded) => {
    expect(foldText(original)).toBe(folded);
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(text, (original) => {
        const folded = foldText(original);
        expect(foldText(folded)).toBe(folded);
      }),
      { numRuns: 2000 },
    );
  });

  it('leads every folded character back to the characters it came from', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (original, from, length) => {
        const { text: folded, original: back } = foldWithMap(original);
        expect(folded).toBe(foldText(original));
        if (folded === '') return;
        const start = from % folded.length;
        const end = start + 1 + (length % (folded.length - start));
        const [first, last] = back(start, end);
        const points = Array.from(original);
        expect(first).toBeLessThan(last);
        expect(last).toBeLessThanOrEqual(points.length);
        // What lies in the range folds to what was asked for, at least.
        expect(foldText(points.slice(first, last).join(''))).toContain(folded.slice(start, end).trim());
      }),
      { numRuns: 3000 },
    );
  });

  it('counts code points, not UTF-16 units', () => {
    const { text: folded, original } = foldWithMap('😀𠀀ＳＧＸ机');
    expect(folded).toBe('😀𠀀sgx机');
    const at = folded.indexOf('sgx');
    expect(original(at, at + 3)).toEqual([2, 5]);
    expect(original(folded.indexOf('机'), folded.length)).toEqual([5, 6]);
  });

  it('gives all of a character that became several', () => {
    const { text: folded, original } = foldWithMap('oﬃce');
    expect(folded).toBe('office');
    expect(original(2, 3)).toEqual([1, 2]);
    expect(original(0, 6)).toEqual([0, 4]);
  });
});
