/** Compiles a book in a thread, with a limit of time and memory. */
import { Worker } from 'node:worker_threads';
import { toReport, type Problem } from '../../../core/book/report.ts';
import { say, type Sentence } from '../../../core/book/sentences/say.ts';
import type { CompiledBook, CompileOrder, CompilerMessage } from './compiler-thread.ts';

export interface CompileLimits {
  /** For the whole book. */
  readonly totalMs: number;
  /** For one chapter: what takes longer is shown as it is written. */
  readonly chapterMs: number;
  /** Between two signs of life outside chapters: contents, pictures, the search index. */
  readonly otherMs: number;
  /** Of the thread's heap. */
  readonly heapMb: number;
}

export const usualLimits: CompileLimits = { totalMs: 10 * 60_000, chapterMs: 10_000, otherMs: 120_000, heapMb: 1536 };

export interface CompileRun {
  /** The script of the thread: built for Electron, the source elsewhere. */
  readonly threadFile: string;
  readonly limits: CompileLimits;
  readonly onProgress: (progress: { readonly done: number; readonly total: number; readonly file: string }) => void;
  /** Ends the thread; what was there before stays. */
  readonly signal: AbortSignal;
}

/** More chapters than this that take too long, and the book is not worth waiting for. */
const mostPlain = 5;

/**
 * Compiles, and again without reading a chapter that takes too long. `stopped` where the signal came. A book that cannot be
 * compiled is an outcome with a report; only a mistake of ours throws.
 */
export async function compileSource(
  order: Omit<CompileOrder, 'plainFiles'>,
  run: CompileRun,
): Promise<CompiledBook | 'stopped'> {
  const plainFiles: string[] = [];
  const deadline = performance.now() + run.limits.totalMs;
  for (;;) {
    const ended = await runThread({ ...order, plainFiles }, run, deadline);
    if (ended.kind === 'done') return ended.outcome;
    if (ended.kind === 'stopped') return 'stopped';
    if (ended.kind === 'memory') {
      return refusal('book-too-large', say('memory-exceeded', { mb: run.limits.heapMb }));
    }
    const { file } = ended;
    if (
      file === undefined ||
      plainFiles.includes(file) ||
      plainFiles.length >= mostPlain ||
      performance.now() >= deadline
    ) {
      const message = file === undefined ? say('book-too-slow') : say('book-too-slow-in', { file });
      return refusal('book-too-slow', message);
    }
    plainFiles.push(file);
  }
}

type Ended =
  | { readonly kind: 'done'; readonly outcome: CompiledBook }
  | { readonly kind: 'slow'; readonly file: string | undefined }
  | { readonly kind: 'memory' }
  | { readonly kind: 'stopped' };

function runThread(order: CompileOrder, run: CompileRun, deadline: number): Promise<Ended> {
  const { threadFile, limits, onProgress, signal } = run;
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
      // Nothing of this process is its business.
      env: {},
    });
    let file: string | undefined;
    let timer: NodeJS.Timeout | undefined;
    const end = (how: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onStop);
      worker.removeAllListeners();
      void worker.terminate().then(how, how);
    };
    const onStop = (): void => end(() => resolve({ kind: 'stopped' }));
    const wait = (): void => {
      clearTimeout(timer);
      const own = file === undefined ? limits.otherMs : limits.chapterMs;
      const left = Math.max(0, Math.min(own, deadline - performance.now()));
      timer = setTimeout(() => end(() => resolve({ kind: 'slow', file })), left);
    };
    worker.on('message', (message: CompilerMessage) => {
      if (message.kind === 'done') {
        end(() => resolve({ kind: 'done', outcome: message.outcome }));
        return;
      }
      file = message.kind === 'chapter' ? message.file : undefined;
      wait();
      if (message.kind === 'progress') onProgress({ done: message.done, total: message.total, file: message.file });
    });
    worker.on('error', (error: unknown) => {
      const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(() => {
        if (isMemory) resolve({ kind: 'memory' });
        else reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
    worker.on('exit', (code) => end(() => reject(new Error(`The compiler ended without a word (${String(code)}).`))));
    signal.addEventListener('abort', onStop);
    wait();
    if (signal.aborted) onStop();
  });
}

function refusal(code: Problem['code'], message: Sentence): CompiledBook {
  const stats = { chapters: 0, blocks: 0, figures: 0, pictures: 0 };
  return { ok: false, report: toReport([{ severity: 'error', code, file: '', message }]), stats };
}
