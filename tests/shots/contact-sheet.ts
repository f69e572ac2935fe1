import type { Browser } from 'playwright/test';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';

/** A picture on a sheet: the end of its name says how it looks, what is before it the view. */
export interface Picture {
  readonly name: string;
  readonly view: string;
  readonly width: number;
}

const styles = `body{margin:8px;font:14px sans-serif;background:#888}h2{font-size:16px}
div{display:flex;flex-wrap:wrap;gap:8px;align-items:start}figure{margin:0}img{display:block}`;

const figureOf = ({ name }: Picture, size: string): string =>
  `<figure><img src="${name}.png" ${size}><figcaption>${name}</figcaption></figure>`;

/** A page that shows all pictures side by side, each view in a row of its own. */
export function contactSheet(pictures: readonly Picture[]): string {
  const rows = [...Map.groupBy(pictures, ({ view }) => view)].map(
    ([view, own]) => `<h2>${view}</h2><div>${own.map((one) => figureOf(one, 'height="300"')).join('')}</div>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Recto</title><style>${styles}</style>\n${rows.join('\n')}\n`;
}

/**
 * Pictures of one width on sheets that are read at a glance, `sheets/360-01.png` and so on: fifteen narrow or six wide
 * ones each, large enough to read their words.
 * @returns how many sheets there are.
 */
export async function drawSheets(browser: Browser, pictures: readonly Picture[], folder: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1960, height: 600 } });
  let count = 0;
  for (const [width, own] of Map.groupBy(pictures, (one) => one.width)) {
    const perSheet = width < 700 ? 10 : 6;
    const size = width < 700 ? 'width="360"' : 'width="640"';
    for (let from = 0; from < own.length; from += perSheet) {
      const file = join(folder, 'sheet.html');
      const figures = own.slice(from, from + perSheet).map((one) => figureOf(one, size));
      await writeFile(
        file,
        `<!doctype html><meta charset="utf-8"><style>${styles}</style><div>${figures.join('')}</div>`,
      );
      await page.goto(pathToFileURL(file).href);
      const number = String(from / perSheet + 1).padStart(2, '0');
      await page.screenshot({ path: join(folder, 'sheets', `${width}-${number}.png`), fullPage: true });
      count += 1;
    }
  }
  await page.close();
  return count;
}
