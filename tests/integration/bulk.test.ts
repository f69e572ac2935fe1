/** Changes of more marks than anybody makes one by one: one step each, and all or nothing. */
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { mostInStep } from '../../core/contract/mark-limits.ts';
import { markChangeSchema, type MarkChange } from '../../core/contract/marks.ts';
import { channels } from '../../core/contract/channels.ts';
import { fileMark } from '../../core/marks/exchange/marks-file.ts';
import { openStore } from '../../electron/services/store/open-store.ts';
import { someMark } from '../unit/core/marks/some-marks.ts';
import { startNode } from './child-process.ts';
import { tempFolder, tinyManifest } from './tiny-bundle.ts';

const writer = fileURLToPath(new URL('bulk-writer.ts', import.meta.url));
const count = 12_000;
const { id: bookId, edition, title } = tinyManifest;

const idOf = (at: number): string => `00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`;

it(
  'a hundred thousand marks come in, are changed, deleted and brought back in one step each',
  { timeout: 300_000 },
  async () => {
    const { store } = openStore(join(await tempFolder(), 'data'));
    const { marks } = store;
    const many = 100_000;
    const files = Array.from({ length: many }, (_, at) => fileMark(someMark({ id: idOf(at), color: 'yellow' })));
    expect(marks.import({ id: bookId, edition, title }, files, ['new'])).toMatchObject({ ok: true });
    expect(marks.history(bookId).undo).toEqual({ what: 'import', count: many });
    const recolour = marks
      .list(bookId)
      .map(({ id, revision }): MarkChange => ({ do: 'edit', id, revision, patch: { color: 'pink' } }));
    expect(recolour.length).toBeLessThanOrEqual(mostInStep);
    expect(channels['marks:save'].request.safeParse({ bookId, changes: recolour }).success).toBe(true);
    expect(markChangeSchema.safeParse(recolour[0]).success).toBe(true);
    const edits = recolour.flatMap((change) => (change.do === 'edit' ? [{ ...change, spot: undefined }] : []));
    expect(marks.change(tinyManifest, edits)).toMatchObject({ ok: true });
    expect(marks.history(bookId).undo).toEqual({ what: 'edit', count: many });
    expect(new Set(marks.list(bookId).map(({ color }) => color))).toEqual(new Set(['pink']));
    // One that is not as it was seen: none is changed.
    const stale = edits.map((edit, at) => ({ ...edit, revision: at === many - 1 ? 1 : edit.revision + 1 }));
    expect(
      marks.change(
        tinyManifest,
        stale.map((edit) => ({ ...edit, patch: { color: 'blue' } })),
      ),
    ).toMatchObject({
      ok: false,
      error: { code: 'mark-conflict' },
    });
    expect(new Set(marks.list(bookId).map(({ color }) => color))).toEqual(new Set(['pink']));
    expect(marks.turn(bookId, 'undo')).toMatchObject({ ok: true });
    expect(new Set(marks.list(bookId).map(({ color }) => color))).toEqual(new Set(['yellow']));
    expect(marks.turn(bookId, 'undo')).toMatchObject({ ok: true });
    expect(marks.count(bookId)).toBe(0);
    expect(marks.turn(bookId, 'redo')).toMatchObject({ ok: true });
    expect(marks.count(bookId)).toBe(many);
    store.close();
  },
);

it('a change of all that is killed has been made whole, or not at all', { timeout: 300_000 }, async () => {
  const folder = join(await tempFolder(), 'data');
  for (let round = 0; round < 12; round += 1) {
    const child = startNode([writer, folder, String(count)]);
    await child.line(round === 0 ? /^begun$/ : /^(?:begun|recoloured)$/);
    await setTimeout(round * 60);
    child.process.kill('SIGKILL');
    await child.ended;
    expect(child.err).toEqual([]);
    const { store, warning } = openStore(folder);
    expect(warning).toBeUndefined();
    const list = store.marks.list(bookId);
    const bin = store.marks.bin(bookId);
    expect([0, count], `round ${String(round)}`).toContain(list.length);
    expect([0, count], `round ${String(round)}`).toContain(list.length + bin.length);
    expect(new Set(list.map(({ color }) => color)).size, `round ${String(round)}`).toBeLessThanOrEqual(1);
    if (child.out.includes('imported')) expect(list.length + bin.length).toBe(count);
    store.close();
  }
  const database = new DatabaseSync(join(folder, 'recto.db'));
  expect(database.prepare('PRAGMA integrity_check').all()).toMatchObject([{ integrity_check: 'ok' }]);
  database.close();
});
