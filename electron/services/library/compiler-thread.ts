/**
 * The compiler in a thread of its own: another person's book may take for ever or all memory, and the program goes on. Reads
 * its order from `workerData`, tells how far it is, and what came out.
 */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { compileBook } from '../../../build/compile/compile.ts';
import { toReport } from '../../../core/book/report.ts';
import { chooseBookId, type TakenId } from './book-id.ts';
import { openSource } from './open-source.ts';

export interface CompileOrder {
  /** Folder or zip. */
  readonly source: string;
  /** Where books are kept, each as `<id>/bundle`. */
  readonly booksFolder: string;
  /** The id that the book has already, or the ids that it may not have. */
  readonly id: string | { readonly taken: readonly TakenId[] };
  readonly plainFiles: readonly string[];
}

export type CompilerMessage =
  | { readonly kind: 'chapter'; readonly file: string }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly file: string }
  | { readonly kind: 'done'; readonly outcome: CompiledBook };

/** What the compiler says, without the text. `manifest` is there where a bundle was written. */
export type CompiledBook = Pick<Awaited<ReturnType<typeof compileBook>>, 'ok' | 'report' | 'manifest' | 'stats'>;

const noStats = { chapters: 0, blocks: 0, figures: 0, pictures: 0 };

async function compile({ source, booksFolder, id, plainFiles }: CompileOrder): Promise<CompiledBook> {
  const opened = await openSource(source);
  if (!opened.ok) return { ok: false, report: toReport([opened.problem]), stats: noStats };
  const { ok, report, manifest, stats } = await compileBook(
    opened.folder,
    (made) => join(booksFolder, made.id, 'bundle'),
    {
      plainFiles: new Set(plainFiles),
      idOf: (made) => (typeof id === 'string' ? id : chooseBookId(made, id.taken)),
      onChapter: (file) => tell({ kind: 'chapter', file }),
      onProgress: (progress) => tell({ kind: 'progress', ...progress }),
    },
  );
  return { ok, report, manifest, stats };
}

function tell(message: CompilerMessage): void {
  parentPort?.postMessage(message);
}

tell({ kind: 'done', outcome: await compile(workerData as CompileOrder) });
