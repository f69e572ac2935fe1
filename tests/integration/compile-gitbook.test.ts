import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkBook, compileBook } from '../../build/compile/compile.ts';
import { flattenChapters } from '../../core/book/contents.ts';
import { lines, makeBook, makeFolder, onePixelPng, readAll, readChapter, removeFolders } from './compile-books.ts';

afterEach(removeFolders);

describe('compiling a GitBook', () => {
  it('carries on over everything that is wrong, and lists it', async () => {
    const source = await makeBook({
      'book.json': '{ "title": "A Guide!", "author": "Some One", "language": "en-us", "plugins": ["x"] }',
      'SUMMARY.md':
        '# Summary\n\n* [Start](start.md)\n* [Group]()\n  * [Gone](gone.md)\n  * [Deep](sub/deep.md)\n* [Start again](start.md#x)\n* [Elsewhere](https://a.example/)\n* [Out](../../etc/passwd)\n',
      'start.md':
        '# Start\n\n[dead](nowhere.md) [ok](sub/deep.md#Second%20Part) [js](javascript:alert(1))\n\n![image.png](pic.png)\n\n![far](https://a.example/p.png)\n\n![lost](lost.png)\n',
      'sub/deep.md':
        '# Deep\n\n## Second Part\n\n<script>alert(1)</script>\n\n[top](../start.md)\n\n```unknownlang\nx\n```\n',
      'pic.png': onePixelPng,
    });
    const target = join(await makeFolder(), 'guide');
    const outcome = await compileBook(source, target);
    expect(outcome).toMatchObject({ ok: true, stats: { chapters: 2, pictures: 1 } });
    expect(outcome.manifest).toMatchObject({
      id: 'a-guide',
      languages: ['en'],
      title: { en: 'A Guide!' },
      attribution: { en: 'Some One' },
    });
    expect(lines(outcome.report)).toEqual([
      'SUMMARY.md:5: error: “Gone”: gone.md does not exist. [chapter-missing]',
      'SUMMARY.md:7: warning: “Start again”: start.md is listed twice; the first place counts. [chapter-repeated]',
      'SUMMARY.md:8: warning: “Elsewhere” leads out of the book (https://a.example/) and is left out. [contents-entry-ignored]',
      "SUMMARY.md:9: error: “Out”: ../../etc/passwd lies outside the book's folder. [path-outside-book]",
      'start.md:3: error: The link leads to “nowhere.md”, which is no chapter of this book. [link-dead]',
      'start.md:5: warning: The picture pic.png has no description (“image.png” is a file name). [image-without-description]',
      'start.md:7: warning: https://a.example/p.png is not part of the book and is never fetched. [image-remote]',
      'start.md:9: error: Picture: lost.png does not exist. [image-missing]',
      'sub/deep.md:5: warning: <script> is taken for HTML and not shown; write &lt;script&gt; to show it. [html-removed]',
    ]);
    const chapter = await readChapter(target, 'en', 'start');
    expect(chapter.sections[0]?.blocks.map(({ html }) => html).slice(1)).toEqual([
      '<p>dead <a href="#/sub-deep/second-part">ok</a> js</p>',
      expect.stringMatching(
        /^<figure class="figure"><div class="drawing"><img src="assets\/[0-9a-f]{20}\.png" alt="Figure: Start" width="1" height="1"><\/div><\/figure>$/,
      ),
      '<figure class="figure"><div class="drawing"><span class="missing-picture">[far]</span></div></figure>',
      '<figure class="figure"><div class="drawing"><span class="missing-picture">[lost]</span></div></figure>',
    ]);
    expect(Object.keys(await readAll(target)).filter((file) => file.startsWith('assets/'))).toHaveLength(1);
  });

  it('stores the same picture once and by its real type', async () => {
    const source = await makeBook({
      'SUMMARY.md': '* [A](a.md)\n',
      'a.md': '# A\n\n![one](x.jpg)\n\n![two](sub/y.png)\n\n![three](z.png)\n',
      'x.jpg': onePixelPng,
      'sub/y.png': onePixelPng,
      'z.png': 'not a picture',
    });
    const outcome = await checkBook(source);
    expect(outcome.stats.pictures).toBe(1);
    expect(lines(outcome.report)).toEqual([
      'a.md:3: warning: x.jpg is a PNG picture; it is stored as one. [image-type-mismatch]',
      'a.md:7: error: z.png is not a PNG, JPEG, GIF, WebP, AVIF or SVG picture. [image-type-mismatch]',
    ]);
  });

  it('finds contents and readme where book.json says', async () => {
    const source = await makeBook({
      'book.json': '{ "root": "./docs", "structure": { "summary": "TOC.md", "readme": "intro.md" } }',
      'docs/TOC.md': '## One\n\n* [A](a.md)\n  * [B](b/README.md)\n',
      'docs/intro.md': '# Hello\n',
      'docs/a.md': '# A\n\n[b](b/)\n',
      'docs/b/README.md': '# B\n',
    });
    const { report, manifest } = await checkBook(source);
    expect(lines(report)).toEqual([]);
    expect(manifest?.contents).toMatchObject([
      { id: 'docs-intro', title: { en: 'Introduction' } },
      { kind: 'part', title: { en: 'One' }, children: [{ id: 'docs-a', children: [{ id: 'docs-b-readme' }] }] },
    ]);
  });

  it('tells a Chinese book by its text where nothing says so', async () => {
    const { manifest } = await checkBook(
      await makeBook({ 'SUMMARY.md': '* [机密计算](a.md)\n', 'a.md': '# 机密计算\n' }),
    );
    expect(manifest?.languages).toEqual(['zh']);
    const traditional = await checkBook(
      await makeBook({ 'book.json': '{"language":"zh-hant"}', 'SUMMARY.md': '* [甲](a.md)\n', 'a.md': '# 甲\n' }),
    );
    expect(traditional.manifest?.languages).toEqual(['zh-TW']);
  });

  it('keeps chapters apart whose paths look alike, and chapters named like parts of objects', async () => {
    const source = await makeBook({
      'SUMMARY.md': '* [1](a/b.md)\n* [2](a-b.md)\n* [3](constructor.md)\n* [4](__proto__.md)\n',
      'a/b.md': '# 1\n',
      'a-b.md': '# 2\n',
      'constructor.md': '# 3\n\n[4](__proto__.md)\n',
      '__proto__.md': '# 4\n',
    });
    const { manifest, report } = await checkBook(source);
    expect(lines(report)).toEqual([]);
    expect(flattenChapters(manifest?.contents ?? []).map(({ id }) => id)).toEqual([
      'a-b',
      'a-b-1',
      'constructor',
      'proto__',
    ]);
  });

  it('reads a broken book.json as none, and runs no book.js', async () => {
    const broken = await checkBook(
      await makeBook({ 'book.json': '{ "title": ', 'SUMMARY.md': '* [A](a.md)\n', 'a.md': '# A\n' }),
    );
    expect(broken.ok).toBe(true);
    expect(lines(broken.report)[0]).toMatch(/^book\.json: error: JSON: /);
    const script = await checkBook(
      await makeBook({ 'book.js': 'throw new Error("run")', 'SUMMARY.md': '* [A](a.md)\n', 'a.md': '# A\n' }),
    );
    expect(lines(script.report)).toEqual([
      'book.js: warning: Settings in book.js are not used: a book is read, never run. [book-script-ignored]',
    ]);
  });

  it('is no book where no chapter can be read', async () => {
    const gone = await checkBook(await makeBook({ 'SUMMARY.md': '* [A](a.md)\n' }));
    expect(gone.ok).toBe(false);
    expect(lines(gone.report)).toEqual([
      'SUMMARY.md:3: error: “A”: a.md does not exist. [chapter-missing]'.replace(':3:', ':1:'),
    ]);
    const empty = await checkBook(await makeBook({ 'SUMMARY.md': '# Summary\n' }));
    expect(lines(empty.report)).toEqual(['error: The book lists no chapters. [not-a-book]']);
  });

  it('survives chapters that no parser can nest', async () => {
    const source = await makeBook({
      'SUMMARY.md': '* [A](a.md)\n* [B](b.md)\n* [C](c.md)\n',
      'a.md': `# A\n\n${'> '.repeat(20_000)}x\n`,
      'b.md': `# B\n\n${'<div>'.repeat(50_000)}x\n`,
      'c.md': '# C\n',
    });
    const { ok, report, stats } = await checkBook(source);
    expect(ok).toBe(true);
    expect(stats.chapters).toBeGreaterThanOrEqual(1);
    expect(report.every(({ code }) => code === 'chapter-too-deep')).toBe(true);
  });

  it('draws what it can of Mermaid and shows the rest as text', async () => {
    const source = await makeBook({
      'SUMMARY.md': '* [A](a.md)\n',
      'a.md': '# A\n\n```mermaid\ngraph TD\n  a-->b\n```\n\n```mermaid\ngantt\n  title x\n```\n',
    });
    const target = join(await makeFolder(), 'a');
    const { report } = await compileBook(source, target);
    expect(lines(report)).toEqual([
      expect.stringMatching(/^a\.md:8: warning: The figure cannot be drawn: .*\[figure-invalid\]$/),
    ]);
    const [, drawn, plain] = (await readChapter(target, 'en', 'a')).sections[0]?.blocks ?? [];
    expect(drawn?.html).toContain('<svg');
    expect(plain?.html).toBe(
      '<figure class="code" data-lang="mermaid"><pre><code>gantt\n  title x</code></pre></figure>',
    );
  });
});
