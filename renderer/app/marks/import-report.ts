import type { Response } from '../../../core/contract/channels.ts';
import type { Result } from '../../../core/contract/result.ts';
import type { UiLanguage } from '../../../core/contract/ui-language.ts';
import { problemIn } from '../../../core/marks/exchange/import-refused.ts';
import { importProblem } from '../../i18n/import-problems.ts';
import type { Messages } from '../../i18n/messages.ts';
import { explain } from '../../i18n/ui-language.ts';

/** What became of the marks in a file, or the sentences that say why nothing did. */
export function importReport(
  language: UiLanguage,
  messages: Messages,
  result: Result<Response<'marks:import'>>,
): Response<'marks:import'> | string {
  if (result.ok) return result.value;
  const problem = problemIn(result.error);
  if (problem) return importProblem(language, problem);
  const { what, wayOut } = explain(messages, result.error);
  return `${what} ${wayOut}`;
}
