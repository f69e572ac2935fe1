/** A fixture with the corpus as books, and a server that notices whoever asks for what the payloads want. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { marked } from 'marked';
import { compileBook } from '../../build/compile/compile.ts';
import type { BookManifest, Chapter } from '../../core/book/model.ts';
import { test as base } from '../e2e/fixtures.ts';
import { payloads, type Payload } from './payloads.ts';

/** `raw`: past the compiler, straight into a bundle; `compiled`: as the compiler leaves it. */
export type CorpusBook = 'raw' | 'compiled';

export interface Corpus {
  readonly payloads: readonly Payload[];
  /** Bundle folders; every payload stands in the chapter `second`, which ends with the word ALIVE. */
  readonly books: Readonly<Record<CorpusBook, string>>;
  /** Every connection to where the payloads want to go counts: a hint may open one and ask for nothing. */
  readonly connections: () => number;
  /** Numbers of the payloads that were asked for, as `/12`. */
  readonly asked: ReadonlySet<string>;
}

export const test = base.extend<{ corpusBook: CorpusBook }, { corpus: Corpus }>({
  corpusBook: ['raw', { option: true }],

  corpus: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const asked = new Set<string>();
      let connections = 0;
      const server = createServer((request, response) => {
        asked.add(/^\/\d*/.exec(request.url ?? '')?.[0] ?? '');
        response.end();
      });
      server.on('connection', () => connections++);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const all = payloads(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      const root = await mkdtemp(join(tmpdir(), 'recto-corpus-'));
      const books = { raw: join(root, 'raw'), compiled: join(root, 'compiled') };
      await writeFiles(books.raw, bundleFiles(all));
      await writeFiles(join(root, 'source'), {
        'SUMMARY.md': '- [First](first.md)\n- [Second](second.md)\n',
        'first.md': '# First\n\nText.\n',
        'second.md': `# Second\n\n${all.map(({ number, text }) => `## n${number}\n\n${text}\n\n`).join('')}\n## The end\n\nALIVE\n`,
      });
      await compileBook(join(root, 'source'), books.compiled);
      await use({ payloads: all, books, connections: () => connections, asked });
      server.close();
      await rm(root, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  bookFolder: async ({ corpus, corpusBook }, use) => use(corpus.books[corpusBook]),
});

async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** A bundle whose second chapter has every payload as a block, as no compiler of ours would write it. */
function bundleFiles(all: readonly Payload[]): Record<string, string> {
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
export function asHtml({ kind, text }: Payload): string {
  return kind === 'html' ? text : marked.parse(text, { async: false });
}
