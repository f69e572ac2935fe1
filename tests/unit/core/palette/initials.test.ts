import { describe, expect, it } from 'vitest';
import { pinyinInitials } from '../../../../core/palette/initials.ts';

const initials = (text: string): string => Array.from(text, (character) => pinyinInitials(character)[0] ?? '').join('');

describe('pinyin initials', () => {
  it.each([
    ['机密容器', 'jmrq'],
    ['远程证明', 'yczm'],
    ['可信执行环境', 'kxzxhj'],
    ['阿里云龙蜥社区', 'alylxsq'],
    ['海光芯片', 'hgxp'],
    ['安全启动', 'aqqd'],
    ['额外', 'ew'],
    ['昂贵', 'ag'],
    ['座', 'z'],
  ])('of %s are %s', (text, expected) => {
    expect(initials(text)).toBe(expected);
  });

  it('know several readings of a character that titles use', () => {
    expect(pinyinInitials('行')).toBe('xh');
    expect(pinyinInitials('长')).toBe('cz');
  });

  it('are none for anything but Chinese characters', () => {
    expect(['A', '1', '，', ' ', 'あ', '😀', ''].map(pinyinInitials).join('')).toBe('');
  });

  it('exist for every character of the basic block', () => {
    for (let code = 0x4e00; code <= 0x9fa5; code += 1) {
      expect(pinyinInitials(String.fromCodePoint(code)), String.fromCodePoint(code)).toMatch(/^[a-hj-tw-z]+$/);
    }
  });
});
