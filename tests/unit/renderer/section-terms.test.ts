import { describe, expect, it } from 'vitest';
import { findTerms } from '../../../core/book/find-terms.ts';
import type { Block, Section, Term } from '../../../core/book/model.ts';
import { termsOfSection } from '../../../renderer/features/terms/section-terms.ts';

const term = (id: string, zh: string, abbr: string): Term => ({
  id,
  names: { zh },
  abbr,
  aliases: {},
  meaning: { zh: '意思。' },
  see: [],
  blockId: `glossary.${id}`,
});
const terms = [term('tee', '可信执行环境', 'TEE'), term('enclave', '飞地', 'ENC')];
const find = (text: string) => findTerms(text, terms, 'zh');

const block = (n: number, kind: Block['kind'], text: string): Block => ({ id: `s.${n}`, kind, html: '', text });
const section = (...blocks: Block[]): Section => ({ id: 's', depth: 2, title: 'S', blocks });

describe('the terms of a section', () => {
  it('are found in prose, each with all its places, in the order of the text', () => {
    const found = termsOfSection(
      section(block(1, 'paragraph', '飞地是一种TEE。'), block(2, 'list', '可信执行环境与飞地')),
      find,
    );
    expect([...found.keys()]).toEqual(['enclave', 'tee']);
    expect(found.get('enclave')).toEqual([
      { termId: 'enclave', blockId: 's.1', start: 0, end: 2 },
      { termId: 'enclave', blockId: 's.2', start: 7, end: 9 },
    ]);
  });

  it('are not those of headings, code and figures', () => {
    const blocks = (['heading', 'code', 'figure'] as const).map((kind, index) => block(index, kind, 'TEE'));
    expect(termsOfSection(section(...blocks), find).size).toBe(0);
  });
});
