/** The one way from a message to a handler, the same behind Electron's IPC and behind the loopback server. */
import { z } from 'zod';
import { channels, type Handlers } from '../../core/contract/channels.ts';
import { channelNames, type ChannelName } from '../../core/contract/names.ts';
import { failure, type Result } from '../../core/contract/result.ts';

const names: ReadonlySet<unknown> = new Set(channelNames);

/**
 * Checks the name, parses the request with its channel's schema, runs the handler. Whatever comes in, a Result comes
 * out: bad-request for a name or request that the contract does not know, internal (with the message alone; the stack
 * goes to stderr) where a handler throws.
 */
export async function dispatch(handlers: Handlers, name: unknown, request: unknown): Promise<Result<unknown>> {
  if (!isChannelName(name)) return failure('bad-request', { what: 'There is no such channel.' });
  const parsed = channels[name].request.safeParse(request);
  if (!parsed.success) {
    return failure('bad-request', { channel: name, what: z.prettifyError(parsed.error).slice(0, 1000) });
  }
  try {
    // The schema that parsed the request is the one the handler's type is inferred from; TypeScript cannot follow
    // that correspondence through a union of names.
    const handler = handlers[name] as (request: unknown) => Promise<Result<unknown>>;
    return await handler(parsed.data);
  } catch (error) {
    console.error(`recto: ${name} failed:`, error);
    return failure('internal', { what: error instanceof Error ? error.message : String(error) });
  }
}

function isChannelName(name: unknown): name is ChannelName {
  return names.has(name);
}
