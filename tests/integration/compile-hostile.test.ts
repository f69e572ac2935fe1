/** The corpus through the compiler: what comes out is read as the page will read it, and holds what a book may hold. */
import { readdir } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { compileBook } from '../../build/compile/compile.ts';
import { elementsIn, parseFragment } from '../../core/book/hast.ts';
import type { Chapter } from '../../core/book/model.ts';
import { payloads, type Payload } from '../hostile/payloads.ts';
import { makeBook, makeFolder, readChapter, removeFolders } from './compile-books.ts';

afterAll(removeFolders);

const all = payloads('http://127.0.0.1:1');

/** Everything in the HTML of a chapter that could run, load or dress up. */
function dangers(chapter: Chapter): string[] {
  const found: string[] = [];
  for (const { id, html } of chapter.sections.flatMap((section) => section.blocks)) {
    for (const node of elementsIn(parseFragment(html))) {
      const tell = (what: string) => found.push(`${id}: <${node.tagName}> ${what}`);
      if (!bookTags.has(node.tagName)) tell('is not for books');
      for (const [name, value] of Object.entries(node.properties)) {
        const text = String(value);
        if (/^on|^style$|^srcdoc$|^srcset$|^ping$|^target$|^action$|^name$|^xlink|^slot$|^is$/i.test(name)) tell(name);
        if (name === 'id' && !/^f[0-9a-f]{8}-/.test(text)) tell(`id ${text}`);
        if (name === 'href' && !/^(?:#|https?:|mailto:)/.test(text)) tell(`href ${text}`);
        if (name === 'src' && !/^assets\/[\w.-]+$/.test(text)) tell(`src ${text}`);
        if (/url\(/i.test(text) && name !== 'href' && name !== 'title' && !/^url\(#f[0-9a-f]{8}-/.test(text))
          tell(text);
      }
    }
  }
  return found;
}

const bookTags = new Set(
  (
    'a abbr aside b blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd ' +
    'li mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead tr u ul var wbr ' +
    'svg g path rect circle ellipse line polyline polygon text tspan defs marker'
  ).split(' '),
);

/** A chapter a family, a section a payload: what one of them opens does not swallow the next. */
function folderOf(contents: string): Record<string, string> {
  const families = [...new Set(all.map(({ family }) => family))];
  const files = families.map((family, at) => {
    const texts = all.filter((payload) => payload.family === family);
    return [`c${at}.md`, `# ${family}\n\n${texts.map(({ number, text }) => `## n${number}\n\n${text}\n\n`).join('')}`];
  });
  const list = families.map((family, at) => `- [${family} <img src=x onerror=top.owned=1>](c${at}.md)`).join('\n');
  return { [contents]: `# Summary\n\n${list}\n`, ...(Object.fromEntries(files) as Record<string, string>) };
}

describe.each([
  ['GitBook', folderOf('SUMMARY.md'), {}],
  ['mdBook', folderOf('src/SUMMARY.md'), { 'book.json': '{"root":"src"}' }],
])('a hostile book in the format of %s', (_, files, more) => {
  it('is compiled to harmless text, every payload on its own', async () => {
    const placed = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        'book.json' in more && !path.startsWith('src/') ? `src/${path}` : path,
        text,
      ]),
    );
    const target = await makeFolder();
    const { ok, manifest } = await compileBook(await makeBook({ ...placed, ...more }), target);
    expect(ok).toBe(true);
    const ids = (manifest?.contents ?? []).map(({ id }) => id);
    expect(ids.length).toBe(17);
    const chapters = await Promise.all(ids.map((id) => readChapter(target, manifest?.languages[0] ?? '', id)));
    expect(chapters.flatMap(dangers)).toEqual([]);
    const headings = new Set(chapters.flatMap((chapter) => chapter.sections.map(({ title }) => title)));
    expect(all.filter(({ number }) => headings.has(`n${number}`)).length).toBeGreaterThan(250);
  });
});

/** A book of our own format, a chapter a payload. */
const ownBook = (texts: readonly Payload[]) =>
  makeBook({
    'book.yaml': `format: 1\nid: own\nedition: '1'\ntitle: { en: Own }\nlanguages: [en]\ncontents:\n${texts
      .map(({ number }) => `  - chapter: n${number}\n    title: { en: N }\n`)
      .join('')}`,
    ...Object.fromEntries(texts.map(({ number, text }) => [`en/n${number}.md`, `# N {#n${number}}\n\n${text}\n`])),
  });

it('our own format refuses raw HTML, text by text, and what it takes is harmless', async () => {
  const refused = await makeFolder();
  const { ok, report } = await compileBook(await ownBook(all), refused);
  expect(ok).toBe(false);
  expect(await readdir(refused)).toEqual([]);
  const mistaken = new Set(report.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const taken = all.filter(({ number }) => !mistaken.has(`en/n${number}.md`));
  // Some are no HTML by the rules of Markdown (`<img onerror=a=b>`): they are shown as they are written.
  expect(taken.filter(({ kind }) => kind === 'html').length).toBeLessThan(all.length / 10);

  const target = await makeFolder();
  expect(await compileBook(await ownBook(taken), target)).toMatchObject({ ok: true });
  const chapters = await Promise.all(taken.map(({ number }) => readChapter(target, 'en', `n${number}`)));
  expect(chapters.length).toBeGreaterThan(20);
  expect(chapters.flatMap(dangers)).toEqual([]);
});
