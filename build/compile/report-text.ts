/** Reports for people who read a terminal. */
import { formatProblem, type Report } from '../../core/book/report.ts';
import type { ReviewRow } from './review.ts';

/** One line a problem, then a line that counts them; a single line where there is none. Ends without a line end. */
export function formatReport(report: Report): string {
  return [...report.map(formatProblem), countProblems(report)].join('\n');
}

/** `2 errors, 1 warning`. */
export function countProblems(report: Report): string {
  const errors = report.filter((problem) => problem.severity === 'error').length;
  return `${plural(errors, 'error')}, ${plural(report.length - errors, 'warning')}`;
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** What chapters were compared with: a line a chapter and language, then how many are as they were reviewed. */
export function formatReviews(rows: readonly ReviewRow[]): string {
  const head = ['chapter', 'lang', 'facts', 'left out', 'mistakes', 'sources', 'opened', 'reviewed', 'state'];
  const table = [
    head,
    ...rows.map(({ chapterId, lang, facts, leftOut, mistakes, sources, opened, reviewed, state }) => {
      return [chapterId, lang, ...[facts, leftOut, mistakes, sources, opened].map(String), reviewed ?? '-', state];
    }),
  ];
  const widths = head.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const current = rows.filter(({ state }) => state === 'current').length;
  return [...lines, `${String(current)} of ${String(rows.length)} texts are as they were reviewed.`].join('\n');
}
