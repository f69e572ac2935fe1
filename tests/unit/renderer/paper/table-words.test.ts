import { describe, expect, it } from 'vitest';
import { wordsFit } from '../../../../renderer/app/paper/table-words.ts';

describe('the words of a table', () => {
  it.each([
    ['nothing', [], 'narrow'],
    [
      'a few short columns',
      [
        ['a', 'b', 'c'],
        ['one', 'two', 'three'],
      ],
      'narrow',
    ],
    ['sentences of short words', [['So many words that none of them is long', 'And as many again in here']], 'narrow'],
    [
      'Chinese, which breaks anywhere',
      [['远程证明让远端确信对面是一颗真的处理器', '机密容器把容器组放进机密虚拟机']],
      'narrow',
    ],
    [
      'names between Chinese commas',
      [['Foreshadow、SGAxe、CacheOut、Plundervolt、SmashEx、AEPIC、Downfall、Platypus', '有']],
      'narrow',
    ],
    [
      'four columns of long words',
      [['configuration', 'attestation-agent', 'unpredictable', 'LD_LIBRARY_PATH']],
      'wide',
    ],
    ['an address', [['https://example.org/a/long/address/without/any/hyphen/in/it', 'yes']], 'wide'],
    ['a column of digests', [['f'.repeat(96), 'SHA-384']], 'too-wide'],
  ] as const)('%s: %s', (_, rows, expected) => {
    expect(wordsFit(rows)).toBe(expected);
  });

  it('counts the longest of each column, in whatever row', () => {
    expect(
      wordsFit([
        ['a'.repeat(30), 'b'],
        ['a', 'b'.repeat(30)],
      ]),
    ).toBe('wide');
    expect(
      wordsFit([
        ['a'.repeat(30), 'b'],
        ['a'.repeat(29), 'b'],
      ]),
    ).toBe('narrow');
  });
});
