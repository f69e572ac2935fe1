import type { Page } from 'playwright/test';
import type { HostApi, Request, Response } from '../../core/contract/channels.ts';
import type { ChannelName } from '../../core/contract/names.ts';
import type { Result } from '../../core/contract/result.ts';

/** A call of the page to its host, in either host: to put things there that would take a person hours. */
export async function hostCall<N extends ChannelName>(
  page: Page,
  channel: N,
  request: Request<N>,
): Promise<Response<N>> {
  const result = await page.evaluate(
    async ([name, content]) => {
      const { recto } = window as { recto?: HostApi };
      if (recto) return (recto[name] as (request: unknown) => Promise<unknown>)(content);
      const answer = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Recto-Token': sessionStorage.getItem('recto.token') ?? '',
        },
        body: JSON.stringify(content),
      });
      return answer.json() as unknown;
    },
    [channel, request] as const,
  );
  const answer = result as Result<Response<N>>;
  if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
