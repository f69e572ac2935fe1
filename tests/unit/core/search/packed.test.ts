import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../../core/search/build-index.ts';
import { openIndex } from '../../../../core/search/open-index.ts';
import { packTexts, readArrays, unpackTexts, writeArrays } from '../../../../core/search/packed.ts';
import { chaptersOf } from './tiny-corpus.ts';

describe('the file of an index', () => {
  it('gives back every text, also from the middle of a larger buffer', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.nat({ max: 7 }), (texts, before) => {
        const file = writeArrays(packTexts(texts, 'texts'));
        const larger = new Uint8Array(file.length + before);
        larger.set(file, before);
        const packed = unpackTexts(readArrays(larger.subarray(before)), 'texts');
        expect(Array.from({ length: packed.count }, (_, at) => packed.at(at))).toEqual(texts);
      }),
    );
  });

  it('has the same bytes for the same book', () => {
    const source = { lang: 'zh', names: [['机密', 'x']], chapters: chaptersOf({ 书: { 节: ['机密容器', 'SGX'] } }) };
    expect(buildIndex(source)).toEqual(buildIndex(structuredClone(source)));
  });

  it('is refused where it is something else, or cut off', () => {
    const file = buildIndex({ lang: 'zh', names: [], chapters: chaptersOf({ 书: { 节: ['机密容器'] } }) });
    expect(() => openIndex(new Uint8Array(3))).toThrow('too short');
    expect(() => openIndex(new TextEncoder().encode('{"format":1,"lang":"zh"}'))).toThrow('first bytes are others');
    expect(() => openIndex(file.slice(0, file.length / 2))).toThrow(RangeError);
    expect(() => openIndex(writeArrays(packTexts([JSON.stringify({ format: 99 })], 'meta')))).toThrow('format 99');
  });
});
