/** Has the source of a book changed since it was compiled? Told by names, sizes and times: nothing is read. */
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder with more than this is not looked through to its end; it counts as unchanged where its beginning is. */
const mostFiles = 20_000;

/** A text that is another one when a file of the folder, or the zip, has changed; undefined where it is gone. */
export async function sourceStamp(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  const hash = createHash('sha256');
  if (found.isDirectory()) await addFolder(hash, path, '', { left: mostFiles });
  else hash.update(`${String(found.size)} ${String(found.mtimeMs)}`);
  return hash.digest('hex').slice(0, 32);
}

async function addFolder(
  hash: ReturnType<typeof createHash>,
  root: string,
  path: string,
  count: { left: number },
): Promise<void> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    // Version control, editors and builds write here all the time; no chapter stands there.
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === '_book') continue;
    const below = join(path, entry.name);
    if (entry.isDirectory()) await addFolder(hash, root, below, count);
    else {
      count.left -= 1;
      if (count.left < 0) return;
      const file = await stat(join(root, below)).catch(() => undefined);
      hash.update(`${below}\0${String(file?.size)}\0${String(file?.mtimeMs)}\0`);
    }
  }
}
