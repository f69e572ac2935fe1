/** `recto marks` as a person calls it, on real data folders. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { marksCommand } from '../../electron/cli/marks-command.ts';
import { claimFolder } from '../../electron/services/claim.ts';
import { openStore } from '../../electron/services/store/open-store.ts';
import { writeAnnotations } from '../../core/marks/exchange/annotation-file.ts';
import type { Mark } from '../../core/marks/mark.ts';
import { anyMark } from '../unit/core/marks/any-mark.ts';
import { tempFolder } from './tiny-bundle.ts';

const book = { id: 'cncc', edition: '2026', title: { zh: '白皮书', en: 'Whitepaper' } };
const now = '2026-11-27T04:00:00.000Z';

let place: string;
let data: string;
beforeEach(async () => {
  place = await tempFolder();
  data = join(place, 'data');
});

async function marks(...args: string[]): Promise<{ status: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await marksCommand.run(args, {
    print: (line) => out.push(line),
    tell: (line) => err.push(line),
    progress: () => undefined,
  });
  return { status, out, err };
}

/** Puts marks into a data folder by way of a file. */
async function put(folder: string, some: readonly Mark[]): Promise<void> {
  const file = join(place, 'put.annotation');
  await writeFile(file, writeAnnotations(book, some, now));
  expect(await marks('import', file, '--yes', '--data', folder)).toMatchObject({ status: 0, err: [] });
}

function stored(folder: string): Mark[] {
  const { store } = openStore(folder);
  const all = [...store.marks.list('cncc'), ...store.marks.bin('cncc')];
  store.close();
  // Numbers of making start anew in another store; their order is what counts.
  return all.map((mark) => ({ ...mark, sequence: 0 }));
}

const outsideTheBin = anyMark.map((mark) => ({ ...mark, deletedAt: null }));
const someMarks = fc.uniqueArray(outsideTheBin, { selector: ({ id }) => id, minLength: 1, maxLength: 12 });

describe('export and import', () => {
  it('give the identical set in another folder, and nothing new the second time', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(someMarks, async (some) => {
        round += 1;
        const [from, to] = [join(place, `from-${String(round)}`), join(place, `to-${String(round)}`)];
        await put(from, some);
        const file = join(place, `${String(round)}.annotation`);
        await marks('export', file, '--data', from);
        expect(await marks('import', file, '--yes', '--data', to)).toMatchObject({ status: 0 });
        expect(stored(to)).toEqual(stored(from));
        const again = await marks('import', file, '--yes', '--json', '--data', to);
        expect(JSON.parse(again.out[0]!)).toMatchObject({ new: 0, same: some.length, newer: 0, older: 0 });
        expect(stored(to)).toEqual(stored(from));
      }),
      { numRuns: 15 },
    );
  });

  it('is shown before anything is taken, touches nothing that is not in the file, and is one step of undo', async () => {
    const [here, both, theirs] = fc
      .sample(outsideTheBin, 3)
      .map((mark, at) => ({ ...mark, clock: 100, sequence: at + 1 }));
    await put(data, [here!, both!]);
    const changed = { ...both!, kind: 'note' as const, body: 'theirs', clock: 200 };
    const file = join(place, 'theirs.annotation');
    await writeFile(file, writeAnnotations(book, [changed, theirs!], now));
    const before = stored(data);
    const preview = await marks('import', file, '--data', data);
    expect(preview.out).toEqual([
      '1 new, 0 same, 1 newer, 0 older, 0 erased; nothing changed yet (--yes takes new and newer ones)',
    ]);
    expect(stored(data)).toEqual(before);
    await marks('import', file, '--yes', '--data', data);
    expect(stored(data).map(({ id, body }) => [id, body])).toEqual([
      [here!.id, here!.body],
      [both!.id, 'theirs'],
      [theirs!.id, theirs!.body],
    ]);
    const { store } = openStore(data);
    expect(store.marks.history('cncc').undo).toEqual({ what: 'import', count: 2 });
    store.marks.turn('cncc', 'undo');
    store.close();
    expect(
      stored(data)
        .filter(({ deletedAt }) => deletedAt === null)
        .map(({ id, body }) => [id, body]),
    ).toEqual([
      [here!.id, here!.body],
      [both!.id, both!.body],
    ]);
  });

  it('does not bring back what was deleted since', async () => {
    const [mark] = fc.sample(outsideTheBin, 1);
    await put(data, [mark!]);
    const file = join(place, 'old.annotation');
    await marks('export', file, '--data', data);
    const { store } = openStore(data);
    store.marks.change({ ...book, format: 1, languages: ['zh'], contents: [] }, [{ do: 'delete', id: mark!.id }]);
    store.close();
    expect((await marks('import', file, '--yes', '--data', data)).out[0]).toContain('1 older');
    expect(stored(data).map(({ deletedAt }) => deletedAt !== null)).toEqual([true]);
  });

  it('writes Markdown and CSV by the name of the file, and never half a file', async () => {
    await put(data, fc.sample(outsideTheBin, 3));
    for (const [name, beginning] of [
      ['marks.md', '---\ntitle: "'],
      ['marks.csv', '\ufeffid,book'],
    ] as const) {
      expect((await marks('export', join(place, name), '--data', data)).status).toBe(0);
      expect((await readFile(join(place, name), 'utf8')).startsWith(beginning)).toBe(true);
    }
    expect((await readdir(place)).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
    const nowhere = await marks('export', join(place, 'no', 'such', 'folder.md'), '--data', data);
    expect(nowhere).toMatchObject({ status: 1, err: [expect.stringContaining('could not be written')] });
  });

  it('refuses a broken file whole, and says which entries of another it passes over', async () => {
    await put(data, fc.sample(outsideTheBin, 2));
    const before = stored(data);
    const file = join(place, 'broken.annotation');
    await writeFile(file, writeAnnotations(book, fc.sample(outsideTheBin, 2), now).slice(0, -20));
    expect(await marks('import', file, '--yes', '--data', data)).toMatchObject({ status: 1, out: [] });
    expect(stored(data)).toEqual(before);
    const [good] = fc.sample(outsideTheBin, 1);
    const set = JSON.parse(writeAnnotations(book, [good!], now)) as { items: unknown[] };
    await writeFile(file, JSON.stringify({ ...set, items: [{ id: 'x' }, ...set.items] }));
    const taken = await marks('import', file, '--yes', '--data', data);
    expect(taken).toMatchObject({ status: 1, err: [expect.stringContaining('entry 0 is passed over')] });
    expect(stored(data)).toHaveLength(before.length + 1);
  });

  it('waits for a Recto that is running', async () => {
    await put(data, fc.sample(outsideTheBin, 1));
    const file = join(place, 'a.annotation');
    await marks('export', file, '--data', data);
    const claim = claimFolder(data);
    expect(await marks('import', file, '--yes', '--data', data)).toMatchObject({
      status: 1,
      err: ['Recto is running with this folder. Close it, then import.'],
    });
    if (claim.kind === 'held') claim.release();
  });
});

describe('recto marks list', () => {
  it('prints a line a mark, or all of them as JSON', async () => {
    const some = fc.sample(outsideTheBin, 3);
    await put(data, some);
    expect((await marks('list', '--data', data)).out).toHaveLength(3);
    const { out } = await marks('list', '--json', '--data', data);
    expect((JSON.parse(out[0]!) as Mark[]).map(({ id }) => id).toSorted()).toEqual(some.map(({ id }) => id).toSorted());
  });

  it('says where there is nothing', async () => {
    expect(await marks('list', '--data', data)).toMatchObject({ status: 1, err: [expect.stringContaining(data)] });
    expect(await readdir(place)).toEqual([]);
  });
});
