import { describe, expect, it } from 'vitest';
import { prepareItems, rankItems, type RankedItem } from '../../../../core/palette/rank.ts';

function item(names: string, trail = '', weight = 0): RankedItem {
  return { names: names.split('|'), trail: trail === '' ? [] : trail.split('|'), weight };
}

function ranked(items: readonly RankedItem[], query: string, limit = 50): string[] {
  return rankItems(prepareItems(items), query, limit).map((match) => match.item.names[match.name] ?? '');
}

describe('rankItems', () => {
  it('puts exact before prefix before the start of a word before the inside before scattered letters', () => {
    const items = [item('Careful writing'), item('Precrime'), item('The CRI runtime'), item('CRI-O'), item('CRI')];
    expect(ranked(items, 'cri')).toEqual(['CRI', 'CRI-O', 'The CRI runtime', 'Precrime', 'Careful writing']);
  });

  it('finds an entry by its name in any language and by pinyin', () => {
    const items = [item('机密容器|Confidential containers'), item('远程证明|Remote attestation')];
    expect(ranked(items, 'confid')).toEqual(['Confidential containers']);
    expect(ranked(items, 'yczm')).toEqual(['远程证明']);
  });

  it('tells equal names apart by what they stand in', () => {
    const items = [item('解决方案', 'Intel SGX'), item('解决方案', 'Hygon CSV|海光CSV')];
    expect(rankItems(prepareItems(items), 'csv 解决方案', 9).map((match) => match.item.trail[0])).toEqual([
      'Hygon CSV',
    ]);
    expect(ranked(items, 'tdx 解决方案')).toEqual([]);
  });

  it('prefers lower weight, then the shorter name, then the order of the book', () => {
    const items = [item('SGX two', '', 1), item('SGX longer'), item('SGX b'), item('SGX a')];
    expect(ranked(items, 'sgx')).toEqual(['SGX b', 'SGX a', 'SGX longer', 'SGX two']);
    expect(ranked(items, 'sgx', 2)).toEqual(['SGX b', 'SGX a']);
  });

  it('puts names in which what was typed is a word before those in which a longer word begins with it', () => {
    const items = [item('关于本书'), item('关于 Recto', '', 4), item('The SGXs'), item('An SGX')];
    expect(ranked(items, '关于')).toEqual(['关于 Recto', '关于本书']);
    expect(ranked(items, 'sgx')).toEqual(['An SGX', 'The SGXs']);
  });

  it('takes Simplified and Traditional characters as the same', () => {
    const items = [item('遠程證明|Remote attestation'), item('机密容器')];
    expect(ranked(items, '远程证明')).toEqual(['遠程證明']);
    expect(ranked(items, '機密')).toEqual(['机密容器']);
  });

  it('finds nothing for nothing', () => {
    expect(ranked([item('SGX')], '  ')).toEqual([]);
  });
});
