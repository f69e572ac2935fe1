/** Reasons that the system, SQLite or a printer gives in English, in the language of the interface. */
import type { Handlers } from '../../core/contract/channels.ts';
import type { Failure, Result } from '../../core/contract/result.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { resolveUiLanguage } from '../../core/contract/ui-language.ts';
import { fileDetailZh } from '../../core/words/file-detail.ts';
import { systemReasonZh } from '../../core/words/system-reason.ts';

/**
 * The same handlers, whose failures and warnings give their reason (`what`) in Chinese where the interface is Chinese: the page's own
 * words would come too late to be in the first screen, or make it wait. What is not known stays as it is.
 */
export function inReadersWords(handlers: Handlers, uiLanguage: () => Settings['uiLanguage']): Handlers {
  /** Those of the page that started last: the host of a browser has no other way to know. */
  let systemLanguages: readonly string[] = [];

  function worded(failure: Failure): Failure {
    const { what } = failure.details;
    if (what === undefined || resolveUiLanguage(uiLanguage(), systemLanguages) !== 'zh') return failure;
    return { ...failure, details: { ...failure.details, what: reasonZh(what) } };
  }

  const all = Object.entries(handlers).map(([channel, handle]) => [
    channel,
    async (request: never): Promise<Result<unknown>> => {
      const result: Result<unknown> = await handle(request);
      return result.ok ? result : { ok: false, error: worded(result.error) };
    },
  ]);
  // The keys are those of `handlers`, and each function answers as the one it stands for.
  const told = Object.fromEntries(all) as Handlers;
  return {
    ...told,
    'app:start': async (request) => {
      ({ systemLanguages } = request);
      const started = await told['app:start'](request);
      if (!started.ok) return started;
      return { ok: true, value: { ...started.value, warnings: started.value.warnings.map(worded) } };
    },
  };
}

function reasonZh(what: string): string {
  const words = systemReasonZh(what);
  return words === what ? fileDetailZh(what) : words;
}
