/**
 * The corpus in the page, in a real browser: past the compiler, straight into a bundle, and as the compiler leaves it. Each
 * with the content security policy and without it, so that the sanitiser is shown to need no help.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { marked } from 'marked';
import { compileBook } from '../../build/compile/compile.ts';
import type { BookManifest, Chapter } from '../../core/book/model.ts';
import { payloads, type Payload } from '../hostile/payloads.ts';
import { expect, test } from './fixtures.ts';
import { article } from './person.ts';

test.skip(({ host }) => host === 'electron', 'the Electron host opens the edition alone');

const root = mkdtempSync(join(tmpdir(), 'recto-corpus-'));
const books = { raw: join(root, 'raw'), compiled: join(root, 'compiled') };

// Blocks far from the place that is read come when there is time for them.
test.slow();

/** Where the payloads want to go. Every connection counts: a hint may open one and ask for nothing. */
let server: Server;
let connections = 0;
const asked = new Set<string>();
let all: readonly Payload[] = [];

test.beforeAll(async () => {
  server = createServer((request, response) => {
    asked.add(/^\/\d*/.exec(request.url ?? '')?.[0] ?? '');
    response.end();
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  all = payloads(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  writeFiles(books.raw, bundleFiles());
  writeFiles(join(root, 'source'), {
    'SUMMARY.md': '- [First](first.md)\n- [Second](second.md)\n',
    'first.md': '# First\n\nText.\n',
    'second.md': `# Second\n\n${all.map(({ number, text }) => `## n${number}\n\n${text}\n\n`).join('')}\n## The end\n\nALIVE\n`,
  });
  await compileBook(join(root, 'source'), books.compiled);
});
test.afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A bundle whose second chapter has every payload as a block, as no compiler of ours would write it. */
function bundleFiles(): Record<string, string> {
  const entry = (id: string) => ({
    kind: 'chapter' as const,
    id,
    title: { en: id },
    languages: ['en'],
    headings: {},
    children: [],
  });
  const manifest: BookManifest = {
    format: 1,
    id: 'raw',
    edition: '1',
    title: { en: 'Raw' },
    languages: ['en'],
    contents: ['first', 'second'].map(entry),
  };
  const chapter = (id: string, htmls: readonly string[]): Chapter => {
    const blocks = [`<h1>${id}</h1>`, ...htmls].map((html, at) => ({
      id: `${id}.${at}`,
      kind: at === 0 ? ('heading' as const) : ('paragraph' as const),
      html,
      text: 'x',
    }));
    return { id, lang: 'en', title: id, sections: [{ id, depth: 1, title: id, blocks }] };
  };
  const files: Record<string, string> = {
    'book.json': JSON.stringify(manifest),
    'chapters/en/first.json': JSON.stringify(chapter('first', ['<p>Text.</p>'])),
    'chapters/en/second.json': JSON.stringify(chapter('second', [...all.map(asHtml), '<p>ALIVE</p>'])),
  };
  const hashes = Object.entries(files).map(([path, text]) => [path, createHash('sha256').update(text).digest('hex')]);
  return { ...files, 'integrity.json': JSON.stringify({ format: 1, files: Object.fromEntries(hashes) as object }) };
}

/** As a page without any care would show it. */
function asHtml({ kind, text }: Payload): string {
  return kind === 'html' ? text : marked.parse(text, { async: false });
}

for (const [name, bookFolder] of Object.entries(books)) {
  test.describe(`a ${name} book`, () => {
    test.use({ bookFolder, systemLanguage: 'en-US' });

    for (const policy of ['with', 'without'] as const) {
      test(`runs nothing and loads nothing, ${policy} the policy of the page`, async ({ page }) => {
        if (policy === 'without') {
          const devTools = await page.context().newCDPSession(page);
          await devTools.send('Page.setBypassCSP', { enabled: true });
          await page.reload();
          await article(page).getByRole('heading').first().waitFor();
          expect(await page.evaluate(() => Reflect.apply(eval, undefined, ['1+1']) as number)).toBe(2);
        }
        const requests: string[] = [];
        page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
        const opened: string[] = [];
        page.context().on('page', (other) => opened.push(other.url()));
        page.on('dialog', (dialog) => opened.push(dialog.message()));
        page.on('download', (download) => opened.push(download.url()));
        const origin = new URL(page.url()).origin;
        const triedBefore = connections;

        await page.evaluate(() => (location.hash = '#/second'));
        await expect(article(page).getByText('ALIVE', { exact: true })).toBeAttached({ timeout: 60_000 });
        const tried = name === 'raw' ? all.length : 250;
        expect(await article(page).locator('[data-block]').count()).toBeGreaterThan(tried);
        await page.evaluate(useEverything);
        // What is slow to come has come by then: the same payloads need far less in the last test.
        await page.waitForTimeout(1000);

        const found = await page.evaluate(() => ({
          owned: Object.keys(window).filter((key) => key.startsWith('owned')),
          frames: window.length,
          clobbered: ['root', 'recto', 'trustedTypes', 'getElementById', 'f', 'app', 'main'].filter((id) =>
            document.querySelector(`article [id="${id}"], article [name="${id}"]`),
          ),
        }));
        expect(found).toEqual({ owned: [], frames: 0, clobbered: [] });
        expect(requests.filter((request) => !isOurs(request, origin))).toEqual([]);
        expect(connections).toBe(triedBefore);
        expect(opened).toEqual([]);
        expect(new URL(page.url()).origin).toBe(origin);
      });
    }
  });
}

/** What the page itself asks for: calls, and its own files. */
function isOurs(request: string, origin: string): boolean {
  const [method, url = ''] = request.split(' ');
  if (url.startsWith('data:image/') || !url.startsWith(origin)) return url.startsWith('data:image/');
  const path = url.slice(origin.length);
  return method === 'POST' ? /^\/api\/[a-z]+:?[a-z]+$/i.test(decodeURIComponent(path)) : path.startsWith('/assets/');
}

/** Touches every element of the text in every way, as a curious reader would; follows what is not a place in the book. */
function useEverything(): void {
  const names =
    'mouseover mouseenter pointerenter pointerover pointerdown mousedown focus focusin dblclick auxclick contextmenu animationstart ' +
    'animationend transitionend toggle beforetoggle beforematch input paste scroll scrollend wheel load error submit begin';
  for (const element of document.querySelectorAll('article [data-block], article [data-block] *')) {
    for (const name of names.split(' ')) element.dispatchEvent(new Event(name));
    if (element.getAttribute('href')?.startsWith('#') === true) continue;
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
}

test('the payloads do run and load where nobody takes care', async ({ chromium }) => {
  const context = await (await chromium()).newContext();
  const page = await context.newPage();
  await page.evaluate((texts) => {
    for (const text of texts) {
      const frame = document.createElement('iframe');
      // Not to the top: this page has to stay.
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
      frame.srcdoc = text;
      frame.onload = () => {
        for (const one of frame.contentDocument?.querySelectorAll<HTMLElement>('a, button, [type=submit]') ?? [])
          one.click();
        for (const one of frame.contentDocument?.querySelectorAll('svg a') ?? [])
          one.dispatchEvent(new MouseEvent('click'));
      };
      document.body.append(frame);
    }
  }, all.map(asHtml));
  const ran = () => page.evaluate(() => Object.keys(window).filter((key) => key.startsWith('owned')).length);
  await expect.poll(ran).toBeGreaterThan(100);
  await expect.poll(() => asked.size).toBeGreaterThan(40);
  test
    .info()
    .annotations.push({ type: 'corpus', description: `${all.length} tried: ${await ran()} ran, ${asked.size} loaded` });
  await context.close();
});
