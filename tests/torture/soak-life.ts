/**
 * A long day of a reader: turning pages, reading on, marking, editing, deleting, undoing, importing, drafts, settings and
 * restarts, in any order, through the handlers that both hosts answer with. Every so often all that is there is compared
 * with what has to be there.
 */
import { isDeepStrictEqual } from 'node:util';
import { randomUUID } from 'node:crypto';
import type { Request, Response } from '../../core/contract/channels.ts';
import type { MarkChange, PlacedMark } from '../../core/contract/marks.ts';
import type { ChannelName } from '../../core/contract/names.ts';
import type { Result } from '../../core/contract/result.ts';
import { markColors } from '../../core/marks/mark.ts';
import { dispatch } from '../../electron/services/dispatch.ts';
import type { Services } from '../../electron/services/host-services.ts';
import { servicesOn } from '../integration/services.ts';
import { seeded } from '../unit/core/anchor/edited-chapter.ts';
import { SoakModel } from './soak-model.ts';

export interface SoakOptions {
  readonly bookFolder: string;
  readonly bookId: string;
  readonly dataFolder: string;
  readonly seed: number;
  /** Asked before each thing that is done, with how many were. */
  readonly goesOn: (done: number) => boolean;
  /** Told after each comparison. */
  readonly onCompared?: (done: number) => void;
}

export interface SoakReport {
  readonly done: number;
  readonly restarts: number;
  readonly comparisons: number;
}

const comparedEvery = 40;
/** So many that lists have parts of some size, and so few that a comparison takes no time. */
const mostMarks = 400;

/** Throws with the first thing that is not as it has to be. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { bookId } = options;
  const random = seeded(options.seed);
  const pick = <T>(values: readonly T[]): T | undefined => values[random(values.length)];
  const some = <T>(values: readonly T[], most: number): T[] => values.filter(() => random(values.length) < most);
  const model = new SoakModel();
  let services = await open(options);
  let textSize = 100;
  let position: Request<'position:save'> | undefined;
  let exported: string | undefined;
  const drafts = new Map<string, string>();
  let done = 0;
  let restarts = 0;
  let comparisons = 0;

  async function call<N extends ChannelName>(name: N, request: Request<N>): Promise<Response<N>> {
    // As a page does: through the schemas of request and response.
    const result = (await dispatch(services.handlers, name, request)) as Result<Response<N>>;
    if (!result.ok) throw new Error(`${String(done)}: ${name}: ${JSON.stringify(result.error)}`);
    return result.value;
  }
  const { chapter, manifest } = await call('app:start', { systemLanguages: ['en'], bookId });
  const spots = chapter.sections.flatMap(({ blocks }) => blocks.filter(({ text }) => text !== ''));

  async function all(): Promise<PlacedMark[]> {
    const marks: PlacedMark[] = [];
    for (let after: number | undefined; ;) {
      const part = await call('marks:list', { bookId, ...(after === undefined ? {} : { after }) });
      marks.push(...part.marks);
      if (part.next === null) return marks;
      after = part.next;
    }
  }
  const save = (changes: MarkChange[]) => call('marks:save', { bookId, changes });

  const deeds: readonly (() => Promise<unknown>)[] = [
    async function add() {
      if (model.rows.size >= mostMarks) return;
      const block = pick(spots);
      if (!block) return;
      const id = randomUUID();
      const row = { body: `note ${String(done)}`, color: pick(markColors) ?? 'yellow', inBin: false };
      const spot = { target: 'block', chapterId: chapter.id, lang: chapter.lang, blockId: block.id } as const;
      await save([{ do: 'add', id, kind: 'note', spot, content: { body: row.body, color: row.color } }]);
      model.change([[id, row]]);
    },
    async function edit() {
      const mark = pick(await all());
      if (!mark) return;
      const body = `${pick(['again', '再写', '`code`', '😀']) ?? ''} ${String(done)}`;
      await save([{ do: 'edit', id: mark.id, revision: mark.revision, patch: { body } }]);
      model.change([[mark.id, { body, color: mark.color ?? '', inBin: false }]]);
    },
    async function recolourMany() {
      const marks = some(await all(), 60);
      if (marks.length === 0) return;
      const color = pick(markColors) ?? 'yellow';
      await save(marks.map(({ id, revision }) => ({ do: 'edit', id, revision, patch: { color } })));
      model.change(marks.map(({ id, body }) => [id, { body: body ?? '', color, inBin: false }]));
    },
    async function move() {
      const where = pick(['list', 'list', 'bin'] as const) ?? 'list';
      const ids = some(model.ids(where), 4);
      if (ids.length === 0) return;
      await save(ids.map((id) => ({ do: where === 'list' ? 'delete' : 'restore', id })));
      model.change(ids.map((id) => [id, { ...model.rows.get(id)!, inBin: where === 'list' }]));
    },
    async function erase() {
      const ids = some(model.ids('bin'), 2);
      if (ids.length === 0) return;
      await call('marks:erase', { bookId, ids });
      model.erase(ids);
    },
    async function undo() {
      await call('marks:undo', { bookId });
      model.undo();
    },
    async function redo() {
      await call('marks:redo', { bookId });
      model.redo();
    },
    async function exportMarks() {
      // As in the page, there is nothing to export without marks.
      if (model.ids('list').length === 0) return;
      exported = (
        await call('marks:export', {
          bookId,
          format: pick(['annotation', 'html', 'csv'] as const) ?? 'csv',
          lang: 'en',
        })
      ).text;
    },
    async function importAgain() {
      if (exported === undefined) return;
      // What was written here since is later than what the file says, and what was erased stays away.
      const { counts } = await call('marks:import', { bookId, text: exported, take: true });
      if (counts.new + counts.newer > 0) throw new Error(`${String(done)}: an old file was taken in`);
    },
    async function draft() {
      const known = pick([...drafts.keys()]);
      const id = known !== undefined && random(2) === 0 ? known : randomUUID();
      const body = drafts.size > 5 ? '' : `draft ${String(done)}`;
      await call('draft:save', { bookId, draft: { id, spot: { target: 'book' }, body } });
      if (body === '') drafts.delete(id);
      else drafts.set(id, body);
    },
    async function read() {
      const block = pick(spots);
      if (!block) return;
      position = { bookId, lang: chapter.lang, chapterId: chapter.id, blockId: block.id, fraction: random(10) / 10 };
      await call('position:save', position);
      const sectionId = pick(chapter.sections)?.id ?? chapter.id;
      const sections = [{ sectionId, share: random(11) / 10 }];
      await call('reads:save', { bookId, chapterId: chapter.id, lang: chapter.lang, byHand: false, sections });
    },
    async function turnPages() {
      const lang = pick(manifest.languages) ?? 'en';
      await call('book:read', { bookId, chapterId: chapter.id, lang });
      await call('trail:save', { bookId, trail: { points: [{ chapterId: chapter.id }], at: 0 } });
    },
    async function set() {
      textSize = 80 + random(100);
      await call('settings:save', { textSize });
    },
  ];

  async function compare(): Promise<void> {
    comparisons += 1;
    const rows = (marks: readonly PlacedMark[], inBin: boolean) =>
      marks.map(({ id, body, color }) => [id, { body: body ?? '', color: color ?? '', inBin }] as const);
    const here = [...rows(await all(), false), ...rows((await call('marks:bin', { bookId })).marks, true)];
    const { history, drafts: kept } = await call('marks:list', { bookId });
    const start = await call('app:start', { systemLanguages: ['en'], bookId });
    const found = {
      marks: new Map(here),
      history: { undo: history.undo?.count ?? 0, redo: history.redo?.count ?? 0 },
      drafts: new Map(kept.map(({ id, body }) => [id, body])),
      textSize: start.settings.textSize,
      place: start.position?.blockId,
    };
    const expected = { marks: model.rows, history: model.history(), drafts, textSize, place: position?.blockId };
    for (const key of ['marks', 'history', 'drafts', 'textSize', 'place'] as const) {
      if (!isDeepStrictEqual(found[key], expected[key])) {
        throw new Error(`after ${String(done)} of seed ${String(options.seed)}: ${key} is not as it has to be`);
      }
    }
    if (here.length !== model.rows.size) throw new Error(`after ${String(done)}: a mark is there twice`);
    options.onCompared?.(done);
  }

  try {
    for (; options.goesOn(done); done += 1) {
      await pick(deeds)?.();
      if (done % comparedEvery === 0) await compare();
      if (random(150) === 0) {
        services.close();
        services = await open(options);
        await call('app:start', { systemLanguages: ['en'], bookId });
        restarts += 1;
        await compare();
      }
    }
    await compare();
  } finally {
    services.close();
  }
  return { done, restarts, comparisons };
}

function open({ bookFolder, dataFolder }: SoakOptions): Promise<Services> {
  return servicesOn({
    bookFolder,
    dataFolder,
  });
}
