/**
 * What comes out of the print dialog, as PDFs: a chapter in each language, with notes, and both languages beside each other.
 * Where `pdftoppm` (poppler) is installed, their first pages as pictures, too.
 */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { openAt, writeNote } from './steps.ts';

export interface PaperShot {
  readonly name: string;
  readonly language: 'zh' | 'en';
  /** Brings the reader to the chapter. */
  readonly arrange: (page: Page) => Promise<void>;
  /** Which of the ways to show the text, and which marks, by their place in the dialog. */
  readonly text: number;
  readonly marks: number;
}

const oneLanguage = 0;
const side = 2;
const withNotes = 2;

export const paperShots: readonly PaperShot[] = (['zh', 'en'] as const).flatMap((language) => [
  { name: `paper-notes-${language}`, language, arrange: noted, text: oneLanguage, marks: withNotes },
  { name: `paper-side-${language}`, language, arrange: (page) => openAt(page, '#/amd-sev'), text: side, marks: 0 },
  {
    name: `paper-code-${language}`,
    language,
    arrange: (page) => openAt(page, '#/csv-vm'),
    text: oneLanguage,
    marks: 0,
  },
]);

async function noted(page: Page): Promise<void> {
  await writeNote(page);
  await page.keyboard.press('Control+Enter');
  await page.locator('section textarea').waitFor({ state: 'detached' });
}

/** Writes `NAME.pdf`, and `NAME-1.png` and so on. */
export async function takePaper(page: Page, shot: PaperShot, folder: string): Promise<void> {
  await shot.arrange(page);
  await page.evaluate(() => {
    window.print = () => (document.documentElement.dataset.printed = 'yes');
  });
  await page.keyboard.press('Control+p');
  const rows = page.getByRole('dialog').getByRole('radiogroup');
  await rows.nth(1).getByRole('radio').nth(shot.text).check({ force: true });
  await rows.nth(2).getByRole('radio').nth(shot.marks).check({ force: true });
  await page.getByRole('button', { name: /^(打印|Print)…$/ }).click();
  await page.locator('html[data-printed]').waitFor({ state: 'attached', timeout: 120_000 });
  const file = join(folder, `${shot.name}.pdf`);
  await writeFile(file, await page.pdf({ preferCSSPageSize: true }));
  spawnSync('pdftoppm', ['-png', '-r', '160', '-l', '4', file, join(folder, shot.name)]);
}
