import { resolve } from 'node:path';
import { backupOf, previewRestore, restoreBackup } from '../../services/exchange/restore.ts';
import { packBackup, unpackBackup } from '../../services/exchange/backup.ts';
import { countArrivals } from '../../services/exchange/import-marks.ts';
import { readBytes } from '../../services/exchange/read-file.ts';
import { writeWhole } from '../../services/exchange/write-file.ts';
import { namesFromIds } from '../../../core/marks/exchange/place-names.ts';
import { takePositionals } from '../command.ts';
import { problemFailure, storeFailure } from './failure.ts';
import { describeCounts, outcomeLine } from './import.ts';
import { namesOf, withStore } from './open.ts';
import type { MarksAction } from './options.ts';

/** `recto marks backup FILE`. */
export const backupMarks: MarksAction = async (options, output) => {
  const [name] = takePositionals(options.positionals, ['FILE']);
  await withStore(options, output, false, async ({ store }) => {
    const backup = backupOf(store, Date.now());
    const titles = new Map(
      await Promise.all(backup.books.map(async ({ file }) => [file.book.id, await namesOf(file.book)] as const)),
    );
    const zip = packBackup(backup, ({ book }) => ({
      ...(titles.get(book.id) ?? namesFromIds(book)),
      meanings: backup.settings.colorMeanings,
    }));
    await writeWhole(resolve(name), zip);
    const books = backup.books.map(({ file }) => ({ id: file.book.id, count: file.marks.length }));
    if (options.json) output.print(JSON.stringify({ ok: true, file: name, bytes: zip.length, books }));
    else {
      const list = books.map(({ id, count }) => `${String(count)} marks of “${id}”`).join(', ');
      output.print(`${name}: ${list === '' ? 'no books' : list}, settings`);
    }
  });
};

/** `recto marks restore FILE`: what it would change; with `--yes` it is changed. */
export const restoreMarks: MarksAction = async (options, output) => {
  const [name] = takePositionals(options.positionals, ['FILE']);
  const bytes = await readBytes(resolve(name));
  const backup = bytes.ok ? unpackBackup(bytes.value) : bytes;
  if (!backup.ok) throw problemFailure(name, backup.problem);
  await withStore(options, output, options.yes, (opened) => {
    if (options.yes) opened.snapshot();
    const done = options.yes
      ? restoreBackup(backup.value, opened.store, options.take, options.settings)
      : previewRestore(backup.value, opened.store);
    if (!done.ok) throw storeFailure(done.error);
    const books = backup.value.books.map(({ file }, at) => ({
      id: file.book.id,
      counts: countArrivals(done.value[at] ?? []),
    }));
    if (options.json) output.print(JSON.stringify({ ok: true, applied: options.yes, books }));
    else {
      for (const { id, counts } of books) output.print(`${id}: ${describeCounts(counts)}`);
      const all = countArrivals(done.value.flat());
      output.tell(outcomeLine(all, options.take, options.yes));
    }
    return Promise.resolve();
  });
};
