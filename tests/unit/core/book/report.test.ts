import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblem, hasErrors, toReport, type Problem } from '../../../../core/book/report.ts';
import { ownWords } from '../../../../core/book/sentences/say.ts';

const problem: Problem = { severity: 'error', code: 'link-dead', file: 'a.md', line: 3, message: ownWords('Gone.') };

describe('report', () => {
  it('writes a problem as compilers do', () => {
    expect(formatProblem(problem)).toBe('a.md:3: error: Gone. [link-dead]');
    expect(formatProblem({ ...problem, column: 7 })).toBe('a.md:3:7: error: Gone. [link-dead]');
    expect(formatProblem(problem, 'zh')).toBe('a.md:3: 错误: Gone. [link-dead]');
    expect(formatProblem({ ...problem, file: '', line: undefined })).toBe('error: Gone. [link-dead]');
  });

  it('is sorted by place whatever the order of finding, and says nothing twice', () => {
    const some = fc.record({
      severity: fc.constantFrom('error' as const, 'warning' as const),
      code: fc.constantFrom('link-dead' as const, 'image-missing' as const),
      file: fc.constantFrom('a.md', 'b.md', 'ä.md'),
      line: fc.constantFrom(undefined, 1, 2, 10),
      message: fc.constantFrom(ownWords('x'), ownWords('y')),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (problems) => {
        const report = toReport(problems);
        expect(toReport([...problems].reverse())).toEqual(report);
        expect(new Set(report.map((found) => JSON.stringify(found))).size).toBe(report.length);
      }),
    );
  });

  it('knows errors from warnings', () => {
    expect(hasErrors([{ ...problem, severity: 'warning' }])).toBe(false);
    expect(hasErrors([problem])).toBe(true);
  });
});
