import type { Handlers } from '../../../core/contract/channels.ts';
import type { FailureCode, Result } from '../../../core/contract/result.ts';
import { errorFacts, type Log } from './log.ts';

/** What a reader's own wish may come to, and no sign that something is broken. */
const ordinary: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'not-found',
  'mark-conflict',
  'import-refused',
  'link-refused',
]);

/** The same handlers, whose failures stand in the log: the channel and the code, nothing of what was asked. */
export function loggedHandlers(handlers: Handlers, log: Log): Handlers {
  const logged = Object.entries(handlers).map(([channel, handle]) => [
    channel,
    async (request: never): Promise<Result<unknown>> => {
      try {
        const result: Result<unknown> = await handle(request);
        if (!result.ok && !ordinary.has(result.error.code))
          log.write('call-failed', { channel, code: result.error.code });
        return result;
      } catch (error) {
        log.write('call-threw', { channel, ...errorFacts(error) });
        throw error;
      }
    },
  ]);
  // The keys are those of `handlers`, and each function answers as the one it stands for.
  return Object.fromEntries(logged) as Handlers;
}
