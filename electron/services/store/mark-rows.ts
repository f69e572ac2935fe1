/** Marks as rows. What the columns are is said in schema-1.ts and schema-3.ts. */
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Mark } from '../../../core/marks/mark.ts';

export interface MarkRows {
  readonly find: (id: string) => Mark | undefined;
  /** In the order of their making. */
  readonly ofBook: (bookId: string, where: 'outside the bin' | 'in the bin') => Mark[];
  /** The first `limit` of those outside the bin whose sequence is greater than `after`, in the order of their making. */
  readonly part: (bookId: string, after: number, limit: number) => Mark[];
  /** Those outside the bin that were made in a chapter, in the order of their making. */
  readonly ofChapter: (bookId: string, chapterId: string) => Mark[];
  /** How many are outside the bin. */
  readonly count: (bookId: string) => number;
  /** Of all marks of a book, also in the bin, in the order of their making. */
  readonly ids: (bookId: string) => string[];
  /** Writes a mark, whole; where there is none of its id its sequence is given to it. */
  readonly put: (mark: Mark) => Mark;
  readonly erase: (id: string) => void;
}

const columns = `sequence, id, book_id, kind, target, edition, lang, chapter_id, section_id, block_id, end_block_id,
  start_offset, end_offset, quote, prefix, suffix, section_hash, label, body, color, style, state, created_at,
  modified_at, deleted_at, revision, clock, block_kind`;

type Row = Record<string, SQLOutputValue>;

const walkedAtOnce = 1000;

export function markRows(database: DatabaseSync): MarkRows {
  const named = columns.split(',').map((column) => column.trim());
  // Tags come with their marks: one query for ten thousand of them.
  const select = `SELECT ${columns},
    (SELECT json_group_array(tag ORDER BY place) FROM mark_tags WHERE mark_id = marks.id) AS tags FROM marks`;
  const byId = database.prepare(`${select} WHERE id = ?`);
  // In the order of the table (`+` keeps the index of chapters out of it): sorting a hundred thousand takes longer than
  // reading past the marks of other books, and many small parts are read in a fraction of the time of one that is whole.
  const walk = (condition: string) =>
    database.prepare(
      `${select} WHERE sequence > ? AND +book_id = ? AND deleted_at ${condition} ORDER BY sequence LIMIT ?`,
    );
  const walks = { 'outside the bin': walk('IS NULL'), 'in the bin': walk('IS NOT NULL') };
  const inChapter = database.prepare(
    `${select} WHERE book_id = ? AND chapter_id = ? AND deleted_at IS NULL ORDER BY sequence`,
  );
  const allIds = database.prepare('SELECT id FROM marks WHERE book_id = ? ORDER BY sequence');
  const counted = database.prepare('SELECT count(*) AS count FROM marks WHERE book_id = ? AND deleted_at IS NULL');
  const upsert = database.prepare(
    `INSERT INTO marks (${columns}) VALUES (${named.map((name) => `:${name}`).join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${named
       .filter((name) => name !== 'sequence' && name !== 'id')
       .map((name) => `${name} = excluded.${name}`)
       .join(', ')}
     RETURNING sequence`,
  );
  const dropTags = database.prepare('DELETE FROM mark_tags WHERE mark_id = ?');
  const addTag = database.prepare('INSERT INTO mark_tags (mark_id, place, tag) VALUES (?, ?, ?)');
  const drop = database.prepare('DELETE FROM marks WHERE id = ?');

  return {
    find: (id) => {
      const row = byId.get(id);
      return row && toMark(row);
    },
    ofBook: (bookId, where) => {
      const marks: Mark[] = [];
      for (let after = 0; ;) {
        const part = walks[where].all(after, bookId, walkedAtOnce);
        for (const row of part) marks.push(toMark(row));
        if (part.length < walkedAtOnce) return marks;
        after = marks.at(-1)?.sequence ?? after;
      }
    },
    part: (bookId, after, limit) => walks['outside the bin'].all(after, bookId, limit).map(toMark),
    ofChapter: (bookId, chapterId) => inChapter.all(bookId, chapterId).map(toMark),
    ids: (bookId) => allIds.all(bookId).map(({ id }) => String(id)),
    count: (bookId) => Number(counted.get(bookId)?.count ?? 0),
    put: (mark) => {
      const sequence = upsert.get(toRow(mark))?.sequence;
      dropTags.run(mark.id);
      for (const [place, tag] of mark.tags.entries()) addTag.run(mark.id, place, tag);
      return { ...mark, sequence: Number(sequence) };
    },
    erase: (id) => void drop.run(id),
  };
}

function toRow(mark: Mark): Record<string, SQLInputValue> {
  const { anchor } = mark;
  return {
    // NULL asks for the next one.
    sequence: mark.sequence === 0 ? null : mark.sequence,
    id: mark.id,
    book_id: mark.bookId,
    kind: mark.kind,
    target: mark.target,
    edition: mark.edition,
    lang: anchor?.lang ?? null,
    chapter_id: anchor?.chapterId ?? null,
    section_id: anchor?.sectionId ?? null,
    block_id: anchor?.blockId ?? null,
    end_block_id: anchor?.endBlockId ?? null,
    start_offset: anchor?.start ?? null,
    end_offset: anchor?.end ?? null,
    quote: anchor?.quote ?? null,
    prefix: anchor?.prefix ?? null,
    suffix: anchor?.suffix ?? null,
    section_hash: anchor?.sectionHash ?? null,
    label: mark.label,
    body: mark.body,
    color: mark.color,
    style: mark.style,
    state: mark.state,
    created_at: mark.createdAt,
    modified_at: mark.modifiedAt,
    deleted_at: mark.deletedAt,
    revision: mark.revision,
    clock: mark.clock,
    block_kind: mark.blockKind,
  };
}

/** The table is strict and has its checks, so what stands in a row is of the type that was written. */
function toMark(row: Row): Mark {
  const text = (name: string): string => String(row[name] ?? '');
  const textOrNull = (name: string): string | null => (row[name] === null ? null : String(row[name]));
  const number = (name: string): number => Number(row[name] ?? 0);
  const anchor: Mark['anchor'] =
    row.target === 'book'
      ? null
      : {
          chapterId: text('chapter_id'),
          sectionId: text('section_id'),
          lang: text('lang'),
          blockId: text('block_id'),
          endBlockId: text('end_block_id'),
          start: number('start_offset'),
          end: number('end_offset'),
          quote: text('quote'),
          prefix: text('prefix'),
          suffix: text('suffix'),
          sectionHash: text('section_hash'),
        };
  return {
    id: text('id'),
    bookId: text('book_id'),
    kind: text('kind') as Mark['kind'],
    target: text('target') as Mark['target'],
    anchor,
    blockKind: textOrNull('block_kind') as Mark['blockKind'],
    edition: text('edition'),
    label: textOrNull('label'),
    body: textOrNull('body'),
    color: textOrNull('color') as Mark['color'],
    style: textOrNull('style') as Mark['style'],
    state: textOrNull('state') as Mark['state'],
    tags: JSON.parse(text('tags')) as string[],
    createdAt: number('created_at'),
    modifiedAt: number('modified_at'),
    deletedAt: row.deleted_at === null ? null : number('deleted_at'),
    clock: number('clock'),
    revision: number('revision'),
    sequence: number('sequence'),
  };
}
