import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseStartOptions } from '../../../../build/start/options.ts';

describe('the options of npm start', () => {
  it('leave the host open where none is named', () => {
    expect(parseStartOptions([])).toEqual({
      kind: 'options',
      options: { host: undefined, dataFolder: undefined, port: undefined, opensWindow: true, safeMode: false },
    });
  });

  it.each([
    [['--host', 'electron', '--data', 'd'], { host: 'electron', dataFolder: resolve('d') }],
    [['--host=browser', '--port=8080'], { host: 'browser', port: '8080' }],
    // A port and a printed address are things of the browser host alone.
    [['--port', '0'], { host: 'browser', port: '0' }],
    [['--safe-mode'], { host: undefined, safeMode: true }],
    [['--notes-folder', 'n'], { host: undefined, notesFolder: resolve('n') }],
    [['--no-open'], { host: 'browser', opensWindow: false }],
  ])('%j are read', (args, options) => {
    expect(parseStartOptions(args)).toMatchObject({ kind: 'options', options });
  });

  it.each([
    [['--host', 'netscape'], '"netscape"'],
    [['--host', 'electron', '--port', '1'], '--port'],
    [['--host', 'electron', '--no-open'], '--no-open'],
    [['--datta', 'x'], '--datta'],
    [['--data'], '--data'],
    [['x'], "'x'"],
  ])('%j are a mistake that is named', (args, named) => {
    expect(parseStartOptions(args)).toMatchObject({ kind: 'mistake', what: expect.stringContaining(named) as string });
  });
});
