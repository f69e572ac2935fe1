import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { errorFacts, openLog } from '../../../../../electron/services/log/log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recto-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => readFileSync(join(folder, 'logs', 'recto.log'), 'utf8');

describe('the log', () => {
  it('gives back what was written, the newest last, over restarts', () => {
    openLog(folder).write('started', { version: '1.0.0', safeMode: false });
    openLog(folder).write('call-failed', { channel: 'book:read', code: 'book-damaged' });
    expect(openLog(folder).last(5)).toMatchObject([
      { event: 'started', facts: { version: '1.0.0', safeMode: false } },
      { event: 'call-failed', facts: { channel: 'book:read', code: 'book-damaged' } },
    ]);
    expect(openLog(folder).last(1)).toHaveLength(1);
  });

  it('lets nothing pass that could be a text of the book or the reader', () => {
    openLog(folder).write('call-failed', { channel: '机密计算', code: 'two words', kind: 'x'.repeat(200), n: 3 });
    expect(openLog(folder).last(1)).toMatchObject([
      { facts: { channel: 'withheld', code: 'withheld', kind: 'withheld', n: 3 } },
    ]);
  });

  it('puts a full file aside, keeps two of those, and goes on', () => {
    const log = openLog(folder, 300);
    for (let number = 0; number < 40; number += 1) log.write('call-failed', { number });
    expect(readdirSync(join(folder, 'logs')).toSorted()).toEqual(['recto.1.log', 'recto.2.log', 'recto.log']);
    for (const name of readdirSync(join(folder, 'logs'))) {
      expect(statSync(join(folder, 'logs', name)).size).toBeLessThan(400);
    }
    expect(log.last(2).map(({ facts }) => facts.number)).toEqual([38, 39]);
  });

  it('passes over a line that a killed process has left half written', () => {
    const log = openLog(folder);
    log.write('started');
    appendFileSync(join(folder, 'logs', 'recto.log'), '{"at":"2026-');
    expect(log.last(5)).toHaveLength(1);
  });

  it.skipIf(process.platform === 'win32')('is for its owner alone', () => {
    openLog(folder).write('started');
    expect(statSync(join(folder, 'logs', 'recto.log')).mode & 0o077).toBe(0);
  });

  it('costs nothing else where it cannot be written', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    writeFileSync(join(folder, 'logs'), 'in the way');
    const log = openLog(folder);
    log.write('started');
    log.write('ended');
    expect(log.last(5)).toEqual([]);
    expect(said).toHaveBeenCalledTimes(1);
    said.mockRestore();
  });
});

describe('the facts of an error', () => {
  it('are its kind, its code and its place, and never its message', () => {
    const error = Object.assign(new TypeError('the note “secret plan” cannot be read'), { code: 'ENOENT' });
    const facts = errorFacts(error);
    expect(facts).toMatchObject({
      kind: 'TypeError',
      code: 'ENOENT',
      place: expect.stringMatching(/^log\.test\.ts:\d+:\d+$/) as string,
    });
    openLog(folder).write('call-threw', facts);
    expect(file()).not.toContain('secret');
    expect(errorFacts('secret')).toEqual({ kind: 'string' });
  });
});
