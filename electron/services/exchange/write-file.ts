import { open, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: beside its place first, then moved there when it is on the disk. What stood there is
 * replaced. For the reader alone: notes are private. Throws the system's error, and leaves nothing behind.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = join(dirname(file), `.recto-${randomUUID()}.unfinished`);
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
