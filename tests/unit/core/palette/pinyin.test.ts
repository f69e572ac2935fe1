import { describe, expect, it } from 'vitest';
import { lettersOfPinyin, pinyinInitials, pinyinOf } from '../../../../core/palette/pinyin.ts';

const initials = (text: string): string => Array.from(text, (character) => pinyinInitials(character)[0] ?? '').join('');

describe('pinyin', () => {
  it.each([
    ['机密容器', 'ji mi rong qi'],
    ['远程证明', 'yuan cheng zheng ming'],
    ['可信执行环境', 'ke xin zhi xing huan jing'],
    ['龙蜥社区', 'long xi she qu'],
    ['部署与安装', 'bu shu yu an zhuang'],
    ['同态加密', 'tong tai jia mi'],
    ['联邦学习', 'lian bang xue xi'],
    ['飞地内存', 'fei di nei cun'],
    ['密钥', 'mi yao'],
    ['绿女', 'lv nv'],
    ['機密計算', 'ji mi ji suan'],
  ])('of %s is %s', (text, expected) => {
    expect(Array.from(text, (character) => pinyinOf(character)[0]).join(' ')).toBe(expected);
  });

  it('has several readings where a character has, and none for others', () => {
    expect(pinyinOf('行')).toEqual(['xing', 'hang']);
    expect(pinyinOf('率')).toEqual(['lv', 'lu', 'shuai']);
    expect(pinyinOf('A')).toEqual([]);
  });

  it.each([
    ['jimi rongqi', ['jimirongqi']],
    ['jīmì róngqì', ['jimirongqi']],
    ['ji1mi4 rong2qi4', ['ji1mi4rong2qi4', 'jimirongqi']],
    ["xi'an", ['xian']],
    ['lǜ', ['lv']],
    ['csv3', ['csv3', 'csv']],
    ['机密', []],
    ['123', []],
    ['a.b', []],
  ])('is typed as %j', (typed, letters) => {
    expect(lettersOfPinyin(typed)).toEqual(letters);
  });
});

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
