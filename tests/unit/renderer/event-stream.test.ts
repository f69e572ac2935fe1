import { describe, expect, it } from 'vitest';
import { parseEvent, retryDelayMs } from '../../../renderer/platform/event-stream.ts';

describe('lines of the event stream', () => {
  it('are events of the contract', () => {
    expect(parseEvent('{"name":"command:chosen","payload":{"id":"theme.toggle"}}')).toEqual({
      name: 'command:chosen',
      payload: { id: 'theme.toggle' },
    });
  });

  it.each(
    Object.entries({
      'link:arrived': { address: 'recto://cncc/intel-tdx' },
      'file:arrived': { name: 'notes.annotation' },
      'marks:changed': { bookId: 'cncc' },
      'marks:outdated': { bookId: 'cncc' },
      'shelf:progressed': { done: 1, total: 3, file: 'a.md' },
      'shelf:changed': { bookId: 'cncc' },
      'settings:changed': { theme: 'dark' },
    }),
  )('know %s', (name, payload) => {
    expect(parseEvent(JSON.stringify({ name, payload }))).toEqual({ name, payload });
  });

  it.each([
    ['link:arrived', { address: 'recto://cncc/x' }],
    ['marks:outdated', { bookId: 'cncc' }],
    ['notes:written', { folder: 'vault', files: [], writtenAt: null, problem: 'missing' }],
    ['shelf:progressed', { done: 1, total: 2, file: 'x.md' }],
  ])('are told whatever they are about: %s', (name, payload) => {
    expect(parseEvent(JSON.stringify({ name, payload }))).toEqual({ name, payload });
  });

  it.each([
    '',
    '{}',
    'null',
    '[1]',
    'no json',
    '{"name":"other:thing","payload":{"id":"x"}}',
    '{"name":"command:chosen","payload":null}',
    '{"name":"command:chosen","payload":{"id":7}}',
  ])('are ignored when they are not: %s', (line) => {
    expect(parseEvent(line)).toBeUndefined();
  });
});

describe('trying again', () => {
  it('starts soon and becomes calm', () => {
    expect(retryDelayMs(0)).toBeLessThanOrEqual(250);
    expect(retryDelayMs(3)).toBeGreaterThan(retryDelayMs(2));
    expect(retryDelayMs(50)).toBe(5000);
  });
});
