/** The program is killed while somebody writes: at the next start what was written is there. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'playwright/test';
import { electronBinary, noElectron } from '../helpers/electron-binary.ts';
import { firstPage, launch, makeDataFolder } from './launch.ts';

test.skip(electronBinary() === undefined, noElectron);

/** The note that is being written, as it is on the disk. */
function draftIn(dataFolder: string): string {
  const database = new DatabaseSync(join(dataFolder, 'recto.db'), { readOnly: true, timeout: 5000 });
  try {
    return String(database.prepare('SELECT body FROM drafts').get()?.body ?? '');
  } finally {
    database.close();
  }
}

test('kill -9 in the middle of a note costs no more than the last second', async () => {
  test.slow();
  const dataFolder = await makeDataFolder();
  try {
    const app = await launch({ dataFolder });
    const page = await firstPage(app);
    await page.keyboard.press('n');
    const field = page.getByRole('textbox', { name: 'Note (Markdown)' });
    await expect(field).toBeFocused();
    let typed = '';
    const life = { isKilled: false };
    const typing = (async () => {
      for (let word = 0; !life.isKilled; word += 1) {
        const text = `word${String(word)} `;
        // It may have come to the page although the answer did not come back.
        typed += text;
        await page.keyboard.type(text).catch(() => undefined);
      }
    })();
    // Without a pause in it: what is on the disk was kept while one key followed another.
    await expect.poll(() => draftIn(dataFolder).split(' ').length, { timeout: 60_000 }).toBeGreaterThan(5);
    const kept = draftIn(dataFolder);
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGKILL');
    life.isKilled = true;
    await ended;
    await typing;

    const next = await launch({ dataFolder });
    const again = await firstPage(next);
    await expect(again.getByText('There is an unfinished note.')).toBeVisible();
    await again.getByRole('button', { name: 'Go on writing' }).click();
    const found = await again.getByRole('textbox', { name: 'Note (Markdown)' }).inputValue();
    expect(found.startsWith(kept)).toBe(true);
    expect(typed.startsWith(found)).toBe(true);
    await next.close();
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
});
