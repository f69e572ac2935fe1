/** Opening an index where nothing has run before, as in the page: a thread of its own each time. */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { openIndex } from '../../core/search/open-index.ts';
import { searchBook } from '../../core/search/search-book.ts';
import { median } from './median.ts';

export interface FreshTimes {
  /** From the bytes of the index to an index that can be asked. */
  readonly openMs: number;
  /** From the bytes to the first answer with its excerpts, all of it code that has never run. */
  readonly firstAnswerMs: number;
}

/** Medians of several threads, each asked the same. */
export async function freshTimes(index: Uint8Array, input: string, runs = 7): Promise<FreshTimes> {
  const times: FreshTimes[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await inFreshThread(index, input));
  return {
    openMs: median(times.map(({ openMs }) => openMs)),
    firstAnswerMs: median(times.map(({ firstAnswerMs }) => firstAnswerMs)),
  };
}

async function inFreshThread(index: Uint8Array, input: string): Promise<FreshTimes> {
  const worker = new Worker(new URL(import.meta.url));
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage({ index, input });
    });
  } finally {
    await worker.terminate();
  }
}

if (!isMainThread) {
  parentPort?.once('message', ({ index, input }: { index: Uint8Array; input: string }) => {
    const start = performance.now();
    const opened = openIndex(index);
    const openMs = performance.now() - start;
    searchBook([opened], { input, languages: [], limit: 32, byChapterFrom: 0 });
    parentPort?.postMessage({ openMs, firstAnswerMs: performance.now() - start } satisfies FreshTimes);
  });
}
