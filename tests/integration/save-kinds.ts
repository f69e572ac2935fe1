/** Saves one of each kind, and says after each that it was told it is kept. */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { success, type Result } from '../../core/contract/result.ts';
import { fileMark } from '../../core/marks/exchange/marks-file.ts';
import { openStore } from '../../electron/services/store/open-store.ts';
import { someMark } from '../unit/core/marks/some-marks.ts';
import { tinyManifest } from './tiny-bundle.ts';

const [folder = ''] = process.argv.slice(2);
const { store } = openStore(folder);
const { marks } = store;
const id = randomUUID();
const place = { bookId: 'tiny', lang: 'zh', chapterId: 'outlook', blockId: 'outlook.1', fraction: 0.5 };
const fastening = { target: 'book', anchor: null, blockKind: null } as const;
const change = (one: Parameters<typeof marks.change>[1][number]) => marks.change(tinyManifest, [one]);

const saves: readonly (readonly [name: string, save: () => Result<unknown>])[] = [
  ['opened', () => success({})],
  ['added', () => change({ do: 'add', id, kind: 'note', fastening, content: { body: 'one' } })],
  ['edited', () => change({ do: 'edit', id, revision: 1, patch: { body: 'two' } })],
  ['deleted', () => change({ do: 'delete', id })],
  ['undone', () => marks.turn('tiny', 'undo')],
  ['redone', () => marks.turn('tiny', 'redo')],
  [
    'imported',
    () => marks.import({ id: 'tiny', edition: '1', title: {} }, [fileMark(someMark({ id: randomUUID() }))], ['new']),
  ],
  ['draft', () => marks.saveDraft(tinyManifest, { id, spot: null, body: 'half a' })],
  ['position', () => store.savePosition(place, tinyManifest)],
  ['trail', () => store.saveTrail({ points: [], at: 0 }, tinyManifest)],
  ['settings', () => store.saveSettings({ theme: 'dark' })],
];

for (const [name, save] of saves) {
  const saved = save();
  if (!saved.ok) throw new Error(`${name}: ${JSON.stringify(saved.error)}`);
  writeSync(1, `${name}\n`);
}
