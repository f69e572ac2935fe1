import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchName, prepareName, prepareQuery } from '../../../../core/palette/match.ts';

/** How a query is found in a name, and what of the name is matched, in brackets. */
function found(query: string, text: string): string {
  const match = matchName(prepareQuery(query), prepareName(text));
  if (!match) return 'not found';
  const points = Array.from(text);
  for (const [start, end] of match.ranges.toReversed()) {
    points.splice(end, 0, ']');
    points.splice(start, 0, '[');
  }
  return `${match.kind}: ${points.join('')}`;
}

describe('matchName', () => {
  it.each([
    ['机密容器', '机密容器', 'exact: [机密容器]'],
    ['intel', 'Intel SGX', 'prefix: [Intel] SGX'],
    ['sgx', 'Intel SGX', 'word-start: Intel [SGX]'],
    ['容器', '机密容器', 'inside: 机密[容器]'],
    ['gx', 'Intel SGX', 'inside: Intel S[GX]'],
    ['jmrq', '机密容器', 'initials-exact: [机密容器]'],
    ['jm', '机密容器', 'initials-prefix: [机密]容器'],
    ['rq', '机密容器', 'initials-inside: 机密[容器]'],
    ['sgxbs', 'Intel SGX部署', 'initials-inside: Intel [SGX部署]'],
    ['jimirongqi', '机密容器', 'pinyin-exact: [机密容器]'],
    ['jimi rongqi', '机密容器', 'pinyin-exact: [机密容器]'],
    ['jīmì róngqì', '机密容器', 'pinyin-exact: [机密容器]'],
    ['ji1mi4', '机密容器', 'pinyin-prefix: [机密]容器'],
    ['jimiro', '机密容器', 'pinyin-prefix: [机密容]器'],
    ['rongqi', '机密容器', 'pinyin-inside: 机密[容器]'],
    ['sgx anzhuang', 'Intel SGX：安装', 'pinyin-inside: Intel [SGX：安装]'],
    ['xian', '西安', 'pinyin-exact: [西安]'],
    ['csv3rongqi', 'CSV3容器', 'pinyin-exact: [CSV3容器]'],
    ['mi', '机密容器', 'not found'],
    ['hangye', '行业应用', 'pinyin-prefix: [行业]应用'],
    ['hyyy', '行业应用', 'initials-exact: [行业应用]'],
    ['ctrs', 'Containers', 'subsequence: [C]on[t]aine[rs]'],
    ['機密計算', '机密计算平台', 'prefix: [机密计算]平台'],
    ['证明', '遠程證明', 'inside: 遠程[證明]'],
    ['ＳＧＸ', 'Intel SGX', 'word-start: Intel [SGX]'],
    ['fi', 'ﬁle', 'prefix: [ﬁ]le'],
    ['ld_library', 'Set LD_LIBRARY_PATH', 'word-start: Set [LD_LIBRARY]_PATH'],
    ['bgcp', 'background-clip', 'subsequence: [b]ack[g]round-[c]li[p]'],
    ['attest', 'Architecture: who is inside the trust boundary', 'not found'],
    ['jx', 'Intel SGX', 'not found'],
    ['xgs', 'Intel SGX', 'not found'],
    ['', 'Intel SGX', 'not found'],
  ])('finds %j in %j: %s', (query, text, expected) => {
    expect(found(query, text)).toBe(expected);
  });

  it('takes the best place where there are several', () => {
    expect(found('sgx', 'xSGX SGX')).toBe('word-start: xSGX [SGX]');
  });

  it('finds every part of every name, and marks just that part', () => {
    const text = fc.array(fc.constantFrom(...Array.from('机密容器 SGx-2é')), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (points, a, b) => {
        const start = a % points.length;
        const part = points.slice(start, start + 1 + (b % (points.length - start))).join('');
        fc.pre(prepareQuery(part) !== '' && prepareQuery(part) === part.toLowerCase());
        const match = matchName(prepareQuery(part), prepareName(points.join('')));
        expect(match).toBeDefined();
        const marked = match!.ranges.map(([from, to]) => points.slice(from, to).join('')).join('');
        expect(marked.toLowerCase()).toBe(part.toLowerCase());
      }),
    );
  });
});
