/** The program ends while somebody writes, however it ends: at the next start what was written is there. */
import { readFileSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, type ElectronApplication, type Page } from 'playwright/test';
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

/** Kills the processes of pages below a process. */
function killPages(pid: number): void {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        return [{ pid: Number(name), parent: Number(parent), line: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
      } catch {
        // It has ended by now.
        return [];
      }
    });
  const below = (of: number): typeof parents =>
    parents.filter(({ parent }) => parent === of).flatMap((one) => [one, ...below(one.pid)]);
  const pages = below(pid).filter(({ line }) => line.includes('--type=renderer'));
  if (pages.length === 0) throw new Error('There is no process of a page.');
  for (const page of pages) process.kill(page.pid, 'SIGKILL');
}

/** What ends it. Each resolves when the process is gone. */
const ends: Readonly<Record<string, (app: ElectronApplication, page: Page) => Promise<unknown>>> = {
  'kill -9': (app) => Promise.resolve(app.process().kill('SIGKILL')),
  'the end of the session': (app) => Promise.resolve(app.process().kill('SIGTERM')),
  'closing the window': (app) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  'a mistake in the main process, after which the reader starts anew': (app) =>
    app.evaluate(({ dialog }) => {
      Object.assign(dialog, { showMessageBox: () => Promise.resolve({ response: 0, checkboxChecked: false }) });
      setTimeout(() => {
        throw new RangeError('ours');
      });
    }),
  'the death of the page’s process': async (app, page) => {
    await app.evaluate(({ dialog }) => {
      Object.assign(dialog, { showMessageBox: () => new Promise(() => undefined) });
    });
    const crashed = page.waitForEvent('crash');
    killPages(app.process().pid!);
    await crashed;
    app.process().kill('SIGTERM');
  },
};

for (const [how, end] of Object.entries(ends)) {
  test(`${how} in the middle of a note costs no more than the last second`, async () => {
    test.slow();
    test.skip(how.startsWith('the death') && process.platform !== 'linux', 'finds the process by /proc');
    const dataFolder = await makeDataFolder();
    try {
      const app = await launch({ dataFolder });
      const page = await firstPage(app);
      await page.keyboard.press('n');
      const field = page.getByRole('textbox', { name: 'Note (Markdown)' });
      await expect(field).toBeFocused();
      let typed = '';
      const life = { isOver: false };
      const typing = (async () => {
        for (let word = 0; !life.isOver; word += 1) {
          const text = `word${String(word)} `;
          // It may have come to the page although the answer did not come back.
          typed += text;
          await page.keyboard.type(text).catch(() => (life.isOver = true));
        }
      })();
      // Without a pause in it: what is on the disk was kept while one key followed another.
      await expect.poll(() => draftIn(dataFolder).split(' ').length, { timeout: 60_000 }).toBeGreaterThan(5);
      const kept = draftIn(dataFolder);
      const ended = new Promise((resolve) => app.process().once('exit', resolve));
      await end(app, page);
      await ended;
      life.isOver = true;
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
}
