/** A report for people who read a terminal. */
import { formatProblem, type Report } from '../../core/book/report.ts';

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
