/** The page's own sanitiser, in a real browser: a bundle may come from anywhere. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chapter, Integrity } from '../../core/book/model.ts';
import { repository } from '../helpers/electron-binary.ts';
import { expect, test } from './fixtures.ts';
import { article } from './person.ts';

const attacks = [
  '<p>ALIVE <img src="x" onerror="owned=1"><img src="https://example.org/a.png"><img src="//example.org/b.png"></p>',
  '<p><script>owned=1</script><iframe srcdoc="<script>parent.owned=1</script>"></iframe></p>',
  '<p><svg><script>owned=1</script><animate onbegin="owned=1" attributeName="x"/><use href="data:image/svg+xml,x"/></svg></p>',
  '<p><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=owned=1&gt;"></table></math></p>',
  '<p><a href="javascript:owned=1">script</a> <a href="data:text/html,x">data</a> <a href="file:///etc/passwd">file</a></p>',
  '<p><form action="https://example.org"><button formaction="javascript:owned=1">send</button><input name="body"></form></p>',
  '<p><style>body{display:none}</style><link rel="stylesheet" href="https://example.org/a.css"><base href="https://example.org"></p>',
  '<p id="root" style="position:fixed;inset:0" class="Shell-module__shell TopBar-module__bar tok-string" onclick="owned=1">dressed up</p>',
  '<p><video src="https://example.org/a.mp4" autoplay></video><object data="https://example.org"></object><embed src="x"></p>',
  '<p><a href="#/openanolis" target="_blank" ping="https://example.org">inside</a></p>',
];

const folder = mkdtempSync(join(tmpdir(), 'recto-hostile-'));
const book = join(folder, 'book');
const path = 'chapters/zh/openanolis.json';
cpSync(join(repository, 'dist', 'books', 'cncc'), book, { recursive: true });
const chapter = JSON.parse(readFileSync(join(book, path), 'utf8')) as Chapter;
const [title] = chapter.sections[0]!.blocks;
const blocks = attacks.map((html, index) => ({ id: `openanolis.${index + 1}`, kind: 'paragraph', html, text: 'x' }));
const written = JSON.stringify({ ...chapter, sections: [{ ...chapter.sections[0]!, blocks: [title, ...blocks] }] });
writeFileSync(join(book, path), written);
const integrity = JSON.parse(readFileSync(join(book, 'integrity.json'), 'utf8')) as Integrity;
integrity.files[path] = createHash('sha256').update(written).digest('hex');
writeFileSync(join(book, 'integrity.json'), JSON.stringify(integrity));

test.use({ bookFolder: book });
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a hostile book runs nothing, loads nothing and dresses up as nothing', async ({ page, reader }) => {
  await expect(article(page)).toContainText('ALIVE');
  await expect(article(page)).toContainText('dressed up');
  for (const link of await article(page).locator('a').all()) await link.click();
  await article(page).getByText('dressed up').click();

  const found = await article(page).evaluate((element) => {
    const all = [...element.querySelectorAll('[data-block] *')];
    const forbidden = /^(script|iframe|style|link|base|form|input|button|video|object|embed|math|animate|use|mglyph)$/i;
    return {
      tags: all.map((one) => one.tagName).filter((name) => forbidden.test(name)),
      attributes: all.flatMap((one) =>
        one.getAttributeNames().filter((name) => /^on|^(style|id|target|ping|name)$/.test(name)),
      ),
      classes: all.flatMap((one) => [...one.classList]),
      hrefs: all.flatMap((one) => one.getAttribute('href') ?? []),
      sources: all.flatMap((one) => one.getAttribute('src') ?? []),
    };
  });
  expect(found).toEqual({
    tags: [],
    attributes: [],
    classes: ['tok-string'],
    hrefs: ['#/openanolis'],
    sources: [],
  });
  expect(await page.evaluate(() => 'owned' in window)).toBe(false);
  // The console is not asked: while the sanitiser parses, the content security policy already says what it would refuse.
  expect(reader.outside).toEqual([]);
});
