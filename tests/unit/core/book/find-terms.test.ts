import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTermFinder, findTerms, type NamedTerm, type TermOccurrence } from '../../../../core/book/find-terms.ts';
import type { Term } from '../../../../core/book/model.ts';

function term(id: string, zh: string, en: string, more: Partial<Term> = {}): Term {
  return { id, names: { zh, en }, aliases: {}, meaning: { zh: '', en: '' }, see: [], blockId: 'g.1', ...more };
}

const terms = [
  term('sev', '安全加密虚拟化', 'Secure Encrypted Virtualization', { abbr: 'SEV' }),
  term('sev-snp', '安全嵌套分页', 'SEV Secure Nested Paging', { abbr: 'SEV-SNP' }),
  term('enclave', '飞地', 'enclave'),
  term('hypervisor', '虚拟机管理器', 'hypervisor', { aliases: { en: ['virtual machine monitor', 'VMM'] } }),
];

/** What is marked, as a reader sees it. */
function marked(text: string, lang: string): string[] {
  const characters = Array.from(text);
  return findTerms(text, terms, lang).map(
    ({ termId, start, end }) => `${termId}: ${characters.slice(start, end).join('')}`,
  );
}

describe('findTerms', () => {
  it('finds names, abbreviations and other names, the longest first', () => {
    expect(marked('SEV-SNP builds on SEV; a VMM is a hypervisor.', 'en')).toEqual([
      'sev-snp: SEV-SNP',
      'sev: SEV',
      'hypervisor: VMM',
      'hypervisor: hypervisor',
    ]);
  });

  it('takes whole words of alphabets only, and keeps their case', () => {
    expect(marked('SEVERE sev enclaved my_enclave SEV2 VMMs', 'en')).toEqual(['hypervisor: VMMs']);
  });

  it('finds a word with a capital at the start of a sentence, and in the plural', () => {
    expect(marked('Enclaves hold secrets. ENCLAVE', 'en')).toEqual(['enclave: Enclaves']);
  });

  it('needs no spaces in Chinese', () => {
    expect(marked('虚拟机管理器读不到SEV飞地', 'zh')).toEqual([
      'hypervisor: 虚拟机管理器',
      'sev: SEV',
      'enclave: 飞地',
    ]);
  });

  it('leaves the other names of another language alone', () => {
    expect(marked('VMM与hypervisor', 'zh')).toEqual(['hypervisor: hypervisor']);
  });

  it('counts in code points', () => {
    expect(findTerms('𝔘𠮷SEV', terms, 'zh')).toEqual([{ termId: 'sev', start: 2, end: 5 }]);
  });

  it('agrees with a slow oracle', () => {
    const letters = fc.constantFrom('a', 'b', 'A', '信', '任', '-', ' ', '_', '𠮷', '1');
    const word = fc.array(letters, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    const named = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 5 });
    fc.assert(
      fc.property(named, fc.array(letters, { maxLength: 30 }), (names, text) => {
        const list = names.map((own, at) => ({ id: `t${String(at)}`, names: own }));
        expect(createTermFinder(list)(text.join(''))).toEqual(naiveFind(list, text.join('')));
      }),
      { numRuns: 1000 },
    );
  });
});

/** Tries, at every place from the left, every length from the longest, and compares text with every name. */
function naiveFind(terms: readonly NamedTerm[], text: string): TermOccurrence[] {
  const characters = Array.from(text);
  const found: TermOccurrence[] = [];
  let start = 0;
  while (start < characters.length) {
    let hit: TermOccurrence | undefined;
    for (let end = characters.length; end > start && hit === undefined; end--) {
      const piece = characters.slice(start, end).join('');
      const around = [characters.slice(0, start).join(''), characters.slice(end).join('')] as const;
      if (/[\p{Script=Latin}\p{N}_]$/u.test(around[0]) && /^[\p{Script=Latin}\p{N}_]/u.test(piece)) continue;
      if (/[\p{Script=Latin}\p{N}_]$/u.test(piece) && /^[\p{Script=Latin}\p{N}_]/u.test(around[1])) continue;
      const owner = terms.find(({ names }) => names.some((name) => isFormOf(piece, name)));
      if (owner !== undefined) hit = { termId: owner.id, start, end };
    }
    if (hit !== undefined) found.push(hit);
    start = hit?.end ?? start + 1;
  }
  return found;
}

function isFormOf(piece: string, name: string): boolean {
  const singular = [piece];
  if (/[A-Za-z]s$/.test(piece)) singular.push(piece.slice(0, -1));
  return singular.some((form) => {
    if (form === name) return true;
    const hasCapital = name !== name.toLowerCase();
    return !hasCapital && form === name.replace(/^./u, (first) => first.toUpperCase());
  });
}
