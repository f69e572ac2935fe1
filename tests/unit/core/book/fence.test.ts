import { describe, expect, it } from 'vitest';
import { readFence } from '../../../../core/book/fence.ts';

describe('readFence', () => {
  it('reads language, output mark and attributes', () => {
    const fence = readFence('mermaid title="Who is “inside”" alt="A \\"b\\" c"', 'x', 3);
    expect(fence).toMatchObject({
      language: 'mermaid',
      title: 'Who is “inside”',
      alt: 'A "b" c',
      output: false,
      line: 3,
    });
    expect(readFence('text output', '', 1)).toMatchObject({ language: 'text', output: true });
  });

  it('takes the names of languages in any case, and no name at all', () => {
    expect(readFence('YAML', '', 1).language).toBe('yaml');
    expect(readFence('', '', 1)).toMatchObject({ language: '', title: undefined, alt: undefined });
  });

  it('takes an empty attribute for a missing one', () => {
    expect(readFence('mermaid title="" alt=" "', '', 1)).toMatchObject({ title: undefined, alt: undefined });
  });
});
