import { expect, it } from 'vitest';
import { pageRules, quoted } from '../../../../renderer/app/paper/page-rules.ts';

it('writes a title as a string that nothing in it can end', () => {
  expect(quoted('书 1')).toBe('"书 1"');
  expect(quoted('a"; } @import "x')).toBe('"a\\22 \\3b  \\7d  \\40 import \\22 x"');
  expect(quoted('back\\slash\nline')).toBe('"back\\5c slash\\a line"');
});

it('gives each chapter its running title, and the sheet its size', () => {
  const rules = pageRules('letter', false, [{ page: 'paper-0', left: 'Book', right: 'Chapter' }], 'en');
  expect(rules).toContain('size: letter');
  expect(rules).toContain('@page paper-0 { @top-left { content: "Book"');
  expect(rules).toContain('var(--font-latin-ui)');
});
