import { resolve } from 'node:path';
import { readMarks } from '../../../core/marks/exchange/read-marks.ts';
import type { Arrival } from '../../../core/marks/merge.ts';
import { isZip } from '../../services/exchange/backup.ts';
import { countArrivals, prepareImport, previewImport } from '../../services/exchange/import-marks.ts';
import { placesOf } from '../../services/marks/find-places.ts';
import { decodeText, readBytes } from '../../services/exchange/read-file.ts';
import { takePositionals, UsageError } from '../command.ts';
import { problemFailure, storeFailure } from './failure.ts';
import { chooseBook, withStore } from './open.ts';
import type { MarksAction } from './options.ts';

/** `recto marks import FILE`: what it would change; with `--yes` it is changed. */
export const importMarks: MarksAction = async (options, output) => {
  const [name] = takePositionals(options.positionals, ['FILE']);
  const bytes = await readBytes(resolve(name));
  if (bytes.ok && isZip(bytes.value)) throw new UsageError(`${name} is a zip: recto marks restore takes backups.`);
  const text = bytes.ok ? decodeText(bytes.value) : bytes;
  const read = text.ok ? readMarks(text.value) : text;
  if (!read.ok) throw problemFailure(name, read.problem);

  await withStore(options, output, options.yes, async (opened) => {
    const chosen = await chooseBook(options, opened, read.value.book?.id);
    const book = chosen.book && { manifest: chosen.book.manifest, places: placesOf(chosen.book) };
    const incoming = await prepareImport(read.value, chosen.name, book);
    if (!incoming.ok) throw problemFailure(name, incoming.problem);
    const preview = await previewImport(incoming.value, opened.store.marks, book);
    if (!preview.ok) throw storeFailure(preview.error);
    const { arrivals, notFound } = preview.value;
    if (options.yes) {
      opened.snapshot();
      const done = opened.store.marks.import(incoming.value.book, incoming.value.marks, options.take);
      if (!done.ok) throw storeFailure(done.error);
    }
    const counts = countArrivals(arrivals);
    const { passedOver } = read.value;
    for (const { what } of passedOver) output.tell(`${name}: passed over: ${what}`);
    const lost = notFound?.length;
    if (options.json) {
      const { id } = preview.value.book;
      output.print(
        JSON.stringify({ ok: true, book: id, applied: options.yes, counts, notFound: notFound ?? null, passedOver }),
      );
      return;
    }
    output.print(`${name}: ${describeCounts(counts)}`);
    if (lost === undefined) output.print('Whether their places are found cannot be said: the book is not there.');
    else if (lost > 0)
      output.print(`${String(lost)} of them have no place in this edition; they are kept to be placed.`);
    output.tell(outcomeLine(counts, options.take, options.yes));
  });
};

export function describeCounts(counts: Readonly<Record<Arrival, number>>): string {
  const words: Readonly<Record<Arrival, string>> = {
    new: 'new',
    newer: 'newer than here',
    older: 'older than here',
    same: 'the same',
    erased: 'deleted here for good',
  };
  const order = ['new', 'newer', 'older', 'same', 'erased'] as const;
  const parts = order
    .filter((arrival) => counts[arrival] > 0)
    .map((arrival) => `${String(counts[arrival])} ${words[arrival]}`);
  return parts.length === 0 ? 'no marks' : parts.join(', ');
}

export function outcomeLine(
  counts: Readonly<Record<Arrival, number>>,
  take: readonly Arrival[],
  done: boolean,
): string {
  const taken = take.reduce((sum, arrival) => sum + counts[arrival], 0);
  return done ? `${String(taken)} were taken in.` : `Nothing was changed. With --yes ${String(taken)} are taken in.`;
}
