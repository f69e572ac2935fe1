import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseServeOptions } from '../../../../electron/browser/serve-options.ts';

describe('the options of recto serve', () => {
  it('have sensible defaults', () => {
    expect(parseServeOptions([])).toMatchObject({
      kind: 'options',
      options: { port: 0, opensWindow: true, json: false, book: undefined },
    });
  });

  it('are read, with folders made absolute', () => {
    const args = ['--book', 'b', '--data=d', '--port', '8080', '--no-open', '--json', '--notes-folder', 'n'];
    expect(parseServeOptions(args)).toMatchObject({
      kind: 'options',
      options: {
        book: 'b',
        dataFolder: resolve('d'),
        port: 8080,
        opensWindow: false,
        json: true,
        notesFolder: resolve('n'),
      },
    });
  });

  it.each([[['--port', 'http']], [['--port', '70000']], [['--port', '-1']], [['--port']], [['--prot', '1']], [['x']]])(
    '%j are a mistake that is named',
    (args) => {
      expect(parseServeOptions(args)).toMatchObject({ kind: 'mistake', what: expect.stringMatching(/\w/) as string });
    },
  );
});
