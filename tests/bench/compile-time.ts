import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileBook } from '../../build/compile/compile.ts';
import { median } from './median.ts';

/** Compiles a book again and again into a temporary folder; the first run, which loads grammars, does not count. */
export async function compileTimes(source: string, runs: number): Promise<{ medianMs: number; chapters: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'recto-bench-'));
  const target = join(folder, 'book');
  try {
    const times: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const start = performance.now();
      await compileBook(source, target, {});
      if (run > 0) times.push(performance.now() - start);
      if (run < runs) await rm(target, { recursive: true });
    }
    const files = await readdir(join(target, 'chapters'), { recursive: true });
    return { medianMs: median(times), chapters: files.filter((file) => file.endsWith('.json')).length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
