/** `--lang`: the language that a report is put into. */
import { reportLangs, type ReportLang } from '../../core/book/report.ts';
import { UsageError } from './command.ts';

/** English where it is not said. Throws a UsageError for any other language. */
export function reportLang(value: string | undefined): ReportLang {
  const lang = reportLangs.find((known) => known === (value ?? 'en'));
  if (lang === undefined) throw new UsageError(`--lang is ${reportLangs.join(' or ')}, not “${value ?? ''}”.`);
  return lang;
}
