/** For bulk.test.ts: takes in many marks at once and changes all of them at once, over and over, and says what is kept. */
import { writeSync } from 'node:fs';
import { fileMark } from '../../core/marks/exchange/marks-file.ts';
import { openStore } from '../../electron/services/store/open-store.ts';
import { someMark } from '../unit/core/marks/some-marks.ts';
import { tinyManifest } from './tiny-bundle.ts';

const [folder = '', count = '0'] = process.argv.slice(2);
const { store, warning } = openStore(folder);
if (warning !== undefined) throw new Error(JSON.stringify(warning));
const { marks } = store;

const files = Array.from({ length: Number(count) }, (_, at) =>
  fileMark(someMark({ id: `00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`, color: 'yellow' })),
);
const { id, edition, title } = tinyManifest;

function done(what: string, { ok }: { readonly ok: boolean }): void {
  if (!ok) throw new Error(what);
  writeSync(1, `${what}\n`);
}

if (marks.count(id) === 0 && marks.bin(id).length === 0) {
  writeSync(1, 'begun\n');
  done('imported', marks.import({ id, edition, title }, files, ['new']));
}
for (;;) {
  const list = marks.list(id);
  if (list.length === 0) done('restored', marks.turn(id, 'undo'));
  const color = list[0]?.color === 'yellow' ? ('pink' as const) : ('yellow' as const);
  const recolour = marks.list(id).map(({ id: mark, revision }) => ({
    do: 'edit' as const,
    id: mark,
    revision,
    patch: { color },
  }));
  done('recoloured', marks.change(tinyManifest, recolour));
  done('undone', marks.turn(id, 'undo'));
  done('redone', marks.turn(id, 'redo'));
  done(
    'deleted',
    marks.change(
      tinyManifest,
      recolour.map((change) => ({ do: 'delete', id: change.id })),
    ),
  );
}
