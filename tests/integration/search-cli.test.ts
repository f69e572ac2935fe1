/** `recto search` as it is called, with the notes of a reader. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchCommand } from '../../electron/cli/search-command.ts';
import { openStore, type OpenedStore } from '../../electron/services/store/open-store.ts';
import { fileMark } from '../../core/marks/exchange/marks-file.ts';
import { someAnchor, someMark } from '../unit/core/marks/some-marks.ts';
import { tempFolder, tinyManifest, writeTinyBundle } from './tiny-bundle.ts';

async function search(...args: readonly string[]) {
  const written = { stdout: '', stderr: '' };
  const code = await searchCommand.run(args, {
    print: (line) => (written.stdout += `${line}\n`),
    tell: (line) => (written.stderr += `${line}\n`),
    progress: () => undefined,
  });
  return { code, ...written };
}

let data: string;
let bundle: string;
let opened: OpenedStore;

// The reader's own process has the store open all the time.
beforeEach(async () => {
  data = join(await tempFolder(), 'data');
  bundle = await writeTinyBundle();
  opened = openStore(data);
  const anchor = { ...someAnchor, chapterId: 'enclaves', sectionId: 'enclaves', blockId: 'enclaves.1' };
  const made = someMark({ kind: 'note', body: 'ask about swap\u001b[2J', tags: ['later'], anchor });
  opened.store.marks.import({ id: 'tiny', edition: '1', title: tinyManifest.title }, [fileMark(made)], ['new']);
});
afterEach(() => {
  opened.store.close();
});

describe('recto search in:notes', () => {
  it('finds what the reader wrote, for people and for programs', async () => {
    expect(await search('swap in:notes', '--data', data, '--book', bundle)).toEqual({
      code: 0,
      stdout: '= note enclaves 中文\n    ask about swap [2J\n',
      stderr: '',
    });
    const json = JSON.parse(
      (await search('later in:notes', '--data', data, '--book', bundle, '--json')).stdout,
    ) as unknown;
    expect(json).toMatchObject({
      book: 'tiny',
      total: 0,
      results: [],
      notes: {
        total: 1,
        results: [
          { kind: 'note', lang: 'zh', chapter: 'enclaves', block: 'enclaves.1', field: 'tags', offsets: [[1, 6]] },
        ],
      },
    });
  });

  it('says what a change made of it, at once', async () => {
    const [mark] = opened.store.marks.list('tiny');
    opened.store.marks.change(tinyManifest, [
      { do: 'edit', id: mark!.id, revision: mark!.revision, patch: { body: 'ask about paging' } },
    ]);
    expect((await search('swap in:notes', '--data', data, '--book', bundle)).code).toBe(1);
    expect((await search('paging in:notes', '--data', data, '--book', bundle)).code).toBe(0);
  });

  it('says where notes were looked for in vain, and leaves them alone where nobody asks', async () => {
    const nowhere = join(data, 'nowhere');
    const failed = await search('swap in:notes', '--data', nowhere, '--book', bundle);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain(nowhere);
    expect(await search('swap', '--data', nowhere, '--book', bundle)).toMatchObject({
      code: 1,
      stderr: 'Nothing found.\n',
    });
  });
});

describe('recto search', () => {
  it('says what it looked for instead of a word that the book does not have', async () => {
    const { code, stdout, stderr } = await search('Enclavs', '--data', data, '--book', bundle);
    expect(code).toBe(0);
    expect(stdout).toContain('~ enclaves/enclaves (en) enclaves');
    expect(stderr).toBe('“enclavs” is not there; looked for “enclaves”.\n');
    const json = await search('Enclavs', '--lang', 'en', '--data', data, '--book', bundle, '--json');
    expect(json.stderr).toBe('');
    expect(JSON.parse(json.stdout)).toMatchObject({ corrections: [{ typed: 'enclavs', used: ['enclaves'] }] });
  });
});
