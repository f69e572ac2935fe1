import type { BookReport as Report } from '../../../core/contract/shelf.ts';
import type { Problem } from '../../../core/book/report.ts';
import { inWords } from '../../../core/book/sentences/say.ts';
import type { ShelfMessages } from '../../i18n/shelf.ts';
import styles from './Shelf.module.css';

export interface BookReportProps {
  readonly words: ShelfMessages;
  readonly report: Report;
  /** The book could not be had at all: there is nothing readable to comfort with. */
  readonly isRefusal?: boolean;
}

/** What is wrong with a book, kind by kind, mistakes first; each with its place and a sentence. */
export function BookReport({ words, report, isRefusal = false }: BookReportProps) {
  if (report.problems.length === 0) return <p className={styles.hint}>{words.noProblems}</p>;
  const kinds = [...Map.groupBy(report.problems, ({ code, severity }) => `${severity} ${code}`).values()];
  const left = report.errors + report.warnings - report.problems.length;
  return (
    <div className={styles.report}>
      {!isRefusal && <p className={styles.hint}>{words.reportIntro}</p>}
      {kinds.map((problems) => (
        <Kind key={`${problems[0]?.severity ?? ''}${problems[0]?.code ?? ''}`} words={words} problems={problems} />
      ))}
      {left > 0 && <p className={styles.hint}>{words.more(left)}</p>}
    </div>
  );
}

function Kind({ words, problems }: { readonly words: ShelfMessages; readonly problems: readonly Problem[] }) {
  const [first] = problems;
  if (first === undefined) return null;
  return (
    <details open={first.severity === 'error' && problems.length <= 20}>
      <summary>
        <span className={styles.severity} data-severity={first.severity}>
          {words.severities[first.severity]}
        </span>
        <span>{words.problemTitles[first.code]}</span>
        <span className={styles.count}>{problems.length}</span>
      </summary>
      <ul>
        {problems.map(({ file, line, message }, index) => (
          // Nothing in a report is ever moved.
          <li key={index}>
            <span className={styles.place}>{file === '' ? words.wholeBook : words.place(file, line)}</span>
            <span className={styles.message}>{inWords(message, words.sentences, words.systemReason)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
