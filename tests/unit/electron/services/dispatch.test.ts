import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Handlers } from '../../../../core/contract/channels.ts';
import { failure, success } from '../../../../core/contract/result.ts';
import { pageDoesIt } from '../../../../electron/services/host-services.ts';
import { dispatch } from '../../../../electron/services/dispatch.ts';

const refuse = () => Promise.resolve(failure('not-found'));
const handlers: Handlers = {
  'app:start': refuse,
  'app:diagnose': refuse,
  'book:read': refuse,
  'book:glossary': refuse,
  'book:figures': refuse,
  'position:save': () => Promise.resolve(success({})),
  'trail:read': refuse,
  'trail:save': refuse,
  'marks:list': refuse,
  'marks:bin': refuse,
  'marks:erase': refuse,
  'marks:save': refuse,
  'marks:undo': refuse,
  'marks:redo': refuse,
  'marks:export': refuse,
  'marks:bring': refuse,
  'marks:import': refuse,
  'draft:save': refuse,
  'notes:folder': refuse,
  'notes:choose': refuse,
  'notes:write': refuse,
  'notes:leave': refuse,
  'reads:list': refuse,
  'reads:save': refuse,
  'shelf:list': refuse,
  'shelf:add': refuse,
  'shelf:update': refuse,
  'shelf:stop': refuse,
  'shelf:remove': refuse,
  'shelf:report': refuse,
  'arrivals:list': refuse,
  'arrivals:read': refuse,
  'settings:save': () => Promise.reject(new Error('the disk is on fire')),
  'link:open': ({ url }) => Promise.resolve(success({ outcome: 'ask', address: url })),
  'book:epub': refuse,
  ...pageDoesIt,
};

const position = { bookId: 'tiny', lang: 'zh', chapterId: 'one', blockId: 'one.1', fraction: 0.5 };

describe('a message from a page', () => {
  // The stack of a mistake goes to stderr, which is not for the test's reader.
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
  afterEach(() => void vi.restoreAllMocks());

  it('reaches its handler', async () => {
    expect(await dispatch(handlers, 'link:open', { url: 'https://example.org' })).toEqual(
      success({ outcome: 'ask', address: 'https://example.org' }),
    );
    expect(await dispatch(handlers, 'position:save', position)).toEqual(success({}));
  });

  it.each([undefined, null, 7, '', 'app:stop', 'toString', '__proto__', ['app:start'], {}])(
    'under the name %j is refused',
    async (name) => {
      expect(await dispatch(handlers, name, {})).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    },
  );

  it.each([
    undefined,
    null,
    'text',
    [],
    { ...position, fraction: 2 },
    { ...position, fraction: Number.NaN },
    { ...position, bookId: '../../etc' },
    { ...position, lang: 'zh/../en' },
    { ...position, blockId: 'x'.repeat(1000) },
    { ...position, extra: true },
    { bookId: 'tiny' },
  ])('with the request %j is refused', async (request) => {
    expect(await dispatch(handlers, 'position:save', request)).toMatchObject({
      ok: false,
      error: { code: 'bad-request', details: { channel: 'position:save' } },
    });
  });

  it('gets the message of a mistake of ours and not its stack', async () => {
    const answer = await dispatch(handlers, 'settings:save', {});
    expect(answer).toEqual({ ok: false, error: { code: 'internal', details: { what: 'the disk is on fire' } } });
  });
});
