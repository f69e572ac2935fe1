/**
 * Is a build output still made from the sources as they are? Content decides, not clocks: a checkout, a copy or a touch
 * does not cause a build, a changed byte does.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { dist, root } from './paths.ts';

/** SHA-256 over the names and bytes of files and folders (paths relative to the repository). */
async function fingerprint(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesBelow(join(root, source))) {
      hash.update(`${relative(root, file)}\0`);
      hash.update(await readFile(file));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const below = await Promise.all(
    entries
      .filter((entry) => entry.name !== 'node_modules')
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => filesBelow(join(path, entry.name))),
  );
  return below.flat();
}

export interface Step {
  readonly name: string;
  readonly sources: readonly string[];
  /** A file that exists when the step has been done. */
  readonly output: string;
  readonly run: () => Promise<void>;
}

/** Runs a step unless its output was made from the very same sources; returns whether it ran. */
export async function runIfStale(step: Step): Promise<boolean> {
  const stamp = join(dist, '.stamps', step.name);
  const wanted = await fingerprint(step.sources);
  if (existsSync(step.output) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return false;
  // A step that fails half-way must not look done.
  await rm(stamp, { force: true });
  await step.run();
  await mkdir(join(dist, '.stamps'), { recursive: true });
  await writeFile(stamp, wanted);
  return true;
}
