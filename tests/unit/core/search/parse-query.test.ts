import { describe, expect, it } from 'vitest';
import { longestQuery, parseQuery } from '../../../../core/search/parse-query.ts';

/** Words of a query as they are looked for; phrases in brackets. */
function words(input: string): string[] {
  return parseQuery(input).words.map(({ text, isPhrase }) => (isPhrase ? `[${text}]` : text));
}

describe('taking a query apart', () => {
  it.each([
    ['机密容器 SGX', ['机密容器', 'sgx']],
    ['"remote  attestation" tdx', ['[remote attestation]', 'tdx']],
    ['“远程证明” 「度量 值」', ['[远程证明]', '[度量值]']],
    ['"not closed', ['[not closed]']],
    ['echo "$PATH" name="x"', ['echo', '[$path]', 'name="x"']],
    ['std::vec a:b x^y foo~x *', ['std::vec', 'a:b', 'x^y', 'foo~x', '*']],
    ['docker run -d --privileged', ['docker', 'run', '-d', '--privileged']],
    ['in:nowhere lang:', ['in:nowhere', 'lang:']],
    ['-', ['-']],
  ])('%s', (input, expected) => {
    expect(words(input)).toEqual(expected);
  });

  it('knows what may not occur, where something else is asked for', () => {
    expect(parseQuery('sgx -dcap -"remote attestation"').excluded).toEqual(['dcap', 'remote attestation']);
    expect(parseQuery('-dcap')).toMatchObject({ excluded: [], words: [{ text: '-dcap' }] });
  });

  it('knows where and in which language to look', () => {
    const query = parseQuery('机密 in:code IN:title lang:zh');
    expect([...query.scopes]).toEqual(['code', 'title']);
    expect(query.languages).toEqual(['zh']);
    expect(query.words).toHaveLength(1);
  });

  it('looks at no more than a query can be', () => {
    expect(words('x'.repeat(5000))).toEqual(['x'.repeat(longestQuery)]);
  });
});
