import type { Response } from '../../../core/contract/channels.ts';
import type { MarkMessages } from '../../i18n/marks.ts';

export type ImportReport = Response<'marks:import'>;

export interface ImportFindingsProps {
  readonly words: MarkMessages;
  /** The book that is open. */
  readonly bookId: string;
  /** What would become of a file's marks, or why it cannot be read. */
  readonly report: ImportReport | string;
}

/** What a file of marks holds, before any of it is taken. */
export function ImportFindings({ words, bookId, report }: ImportFindingsProps) {
  if (typeof report === 'string') return <p>{report}</p>;
  return (
    <>
      <p>{words.wouldTake(report.counts, report.passedOver, report.notFound)}</p>
      {report.bookId !== bookId && <p>{words.otherBook(report.bookId)}</p>}
    </>
  );
}

/** Whether taking the marks in would change anything. */
export function hasNews(report: ImportReport | string | undefined): boolean {
  return typeof report === 'object' && report.counts.new + report.counts.newer > 0;
}
