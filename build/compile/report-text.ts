/** Reports for people who read a terminal. */
import { formatProblem, type Report, type ReportLang } from '../../core/book/report.ts';
import type { ReviewRow } from './review.ts';

/** One line a problem, then a line that counts them; a single line where there is none. Ends without a line end. */
export function formatReport(report: Report, lang: ReportLang): string {
  return [...report.map((problem) => formatProblem(problem, lang)), countProblems(report, lang)].join('\n');
}

/** `2 errors, 1 warning`; `2个错误，1个警告`. */
export function countProblems(report: Report, lang: ReportLang): string {
  const errors = report.filter((problem) => problem.severity === 'error').length;
  if (lang === 'zh') return `${String(errors)}个错误，${String(report.length - errors)}个警告`;
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
