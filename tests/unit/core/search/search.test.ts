import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, indexOf, placesOf } from './tiny-corpus.ts';

const names = [
  ['远程证明', 'remote attestation', 'RA'],
  ['机密容器', 'confidential containers', 'CoCo'],
];
const index = indexOf(
  {
    'Intel SGX：进程里的飞地': {
      远程证明: ['远程证明让远端确信对面是一颗真CPU。'],
      部署: ['先安装驱动，再安装软件。', '$ sudo apt-get install --annotation libenclave-common'],
      限度: ['remote attestation 不防旁路攻击。', '见SGX的文档。'],
    },
    机密容器: {
      什么是机密容器: ['机密容器把Pod放进机密虚拟机。'],
      部署: ['部署Kubernetes集群，与SGX无关。'],
      密钥: ['密钥由代理发放；代理验证证据。', '$ export LD_LIBRARY_PATH=/opt/csv/lib'],
    },
  },
  names,
);

describe('a query', () => {
  it('finds all sections with all words, those with the words in their titles first', () => {
    const answer = ask(index, '部署 sgx');
    expect(answer.kind).toBe('exact');
    // The first stands in the chapter on SGX and does not say so itself; it is marked.
    expect(answer.hits.map(({ exact, missing }) => ({ exact, missing }))).toEqual([
      { exact: false, missing: ['sgx'] },
      { exact: true, missing: [] },
    ]);
    expect(answer.exactTotal).toBe(1);
  });

  it('takes quotation marks, minus and filters at their word', () => {
    expect(placesOf(ask(index, '"验证证据"'))).toEqual(['c1/s3']);
    expect(placesOf(ask(index, '“先安装驱动”'))).toEqual(['c0/s2']);
    expect(ask(index, '"证据验证"').exactTotal).toBe(0);
    expect(placesOf(ask(index, '部署 -kubernetes'))).toEqual(['c0/s2']);
    expect(placesOf(ask(index, '部署 in:title')).sort()).toEqual(['c0/s2', 'c1/s2']);
    expect(placesOf(ask(index, 'csv in:code'))).toEqual(['c1/s3']);
    expect(ask(index, '代理 in:code').kind).toBe('nothing');
    expect(ask(index, '代理 in:notes').kind).toBe('nothing');
  });

  it('finds options, paths and names of code as they are', () => {
    expect(placesOf(ask(index, '--annotation'))).toEqual(['c0/s2']);
    expect(placesOf(ask(index, '-annotation'))).toEqual(['c0/s2']);
    expect(placesOf(ask(index, '/opt/csv'))).toEqual(['c1/s3']);
    expect(placesOf(ask(index, 'ld_library'))).toEqual(['c1/s3']);
  });

  it('offers what has other names in the glossary, marked', () => {
    const answer = ask(index, '远程证明');
    expect(placesOf(answer)).toEqual(['c0/s1', 'c0/s3']);
    expect(answer.hits.map(({ via }) => via)).toEqual([undefined, 'remote attestation']);
    expect(answer.hits.map(({ exact }) => exact)).toEqual([true, false]);
    expect(ask(index, 'CoCo')).toMatchObject({ kind: 'other-name', exactTotal: 0, hits: [{ via: '机密容器' }, {}] });
  });

  it('finds names by the initials of their pinyin', () => {
    const answer = ask(index, 'jmrq');
    expect(answer.kind).toBe('other-name');
    expect(answer.hits[0]).toMatchObject({ via: '机密容器', exact: false, chapterId: 'c1' });
  });

  it.each(['jimirongqi', 'jimi rongqi', 'jīmì róngqì', 'ji1mi4rong2qi4', 'JiMi RongQi'])(
    'finds names by their pinyin: %s',
    (typed) => {
      expect(ask(index, typed).hits[0]).toMatchObject({ via: '机密容器', exact: false, chapterId: 'c1' });
    },
  );

  it('says what the nearest sections lack where none has everything', () => {
    const answer = ask(index, '代理 验证 旁路');
    expect(answer.kind).toBe('near');
    expect(answer.hits[0]).toMatchObject({ chapterId: 'c1', sectionId: 's3', exact: false, missing: ['旁路'] });
  });

  it('shows what is there of words joined by signs', () => {
    const options = indexOf({ 书: { 一: ['Set LD_PRELOAD here.'], 二: ['Nothing of that kind.'] } });
    const [hit] = ask(options, 'LD_PRELOAD_PATH').hits;
    expect(hit).toMatchObject({ sectionId: 's1', exact: false, missing: ['ld_preload_path'] });
    expect(hit?.excerpt).toMatchObject({ text: 'Set LD_PRELOAD here.', ranges: [[4, 14]] });
  });

  it('puts mistyped words right and says so', () => {
    const answer = ask(index, 'kuberntes');
    expect(answer.corrections).toEqual([{ typed: 'kuberntes', used: ['kubernetes'] }]);
    expect(placesOf(answer)).toEqual(['c1/s2']);
    expect(answer.hits[0]?.exact).toBe(false);
  });

  it('answers whole questions', () => {
    expect(placesOf(ask(index, '什么是机密容器'))[0]).toBe('c1/s1');
    expect(placesOf(ask(index, '怎么部署 Kubernetes？'))[0]).toBe('c1/s2');
    expect(ask(index, '密钥由谁发放？').hits[0]).toMatchObject({ chapterId: 'c1', sectionId: 's3' });
  });

  it('counts sections by chapter, however few hits are asked for', () => {
    const answer = ask(index, '部署', 1);
    expect(answer.hits).toHaveLength(1);
    expect(answer).toMatchObject({
      total: 2,
      chapters: [
        { chapterId: 'c0', count: 1 },
        { chapterId: 'c1', count: 1 },
      ],
    });
  });

  it('never throws, whatever is typed', () => {
    const sign = fc.constantFrom(
      '"',
      '“',
      '-',
      '--',
      ':',
      '*',
      '~',
      '^',
      '+',
      '\\',
      'in:',
      'in:code',
      'lang:zh',
      '(',
      '[',
      ' ',
      '机',
      'a',
      '\ud800',
      '\u0000',
    );
    const input = fc.oneof(
      fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(input, (typed) => {
        const { hits, total } = ask(index, typed);
        expect(hits.length).toBeLessThanOrEqual(total);
      }),
      { numRuns: 3000 },
    );
  });

  it('finds nothing where nothing is asked', () => {
    for (const empty of ['', '   ', 'in:code', 'lang:zh', '""', '\u200b'])
      expect(ask(index, empty).kind).toBe('nothing');
  });
});
