/** Books of mdBook, as they are shaped: what its summary, its directives and its code fences mean. */
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkBook, compileBook } from '../../build/compile/compile.ts';
import { flattenChapters } from '../../core/book/contents.ts';
import { lines, makeBook, makeFolder, readChapter, removeFolders } from './compile-books.ts';

afterEach(removeFolders);

const book = (changes: Readonly<Record<string, string>> = {}) => ({
  'book.toml':
    '[book]\nauthors = ["Ann", "Bo"]\nlanguage = "en"\ntitle = "The \\"Tiny\\" Book"\n\n[output.html]\nx = 1\n',
  'src/SUMMARY.md': `# Summary

[Foreword](foreword.md)
[Preface](preface.md)

# First part

- [Install](install.md)
  - [Linux](install/linux.md)
- [Later]()

# Second part

- [Hello](hello/README.md)

---

[Appendix](appendix.md)
`,
  'src/foreword.md': '# Foreword\n\nSee [hello](hello/index.html) and [Linux](install/linux.html#on-debian).\n',
  'src/preface.md': '# Preface\n',
  'src/install.md': '# Install\n',
  'src/install/linux.md': '# Linux\n\n## On Debian\n',
  'src/hello/README.md': '# Hello\n',
  'src/appendix.md': '# Appendix\n',
  ...changes,
});

const textOf = async (bundle: string, id: string): Promise<string> =>
  (await readChapter(bundle, 'en', id)).sections
    .flatMap((section) => section.blocks.map(({ text }) => text))
    .join('\n');

async function compiled(files: Readonly<Record<string, string>>): Promise<{ bundle: string; report: string[] }> {
  const bundle = join(await makeFolder(), 'bundle');
  const outcome = await compileBook(await makeBook(files), bundle);
  expect(outcome.ok).toBe(true);
  return { bundle, report: lines(outcome.report) };
}

describe('an mdBook', () => {
  it('has parts, numbered chapters, and others before and after them', async () => {
    const { manifest, report } = await checkBook(await makeBook(book()));
    expect(manifest).toMatchObject({
      id: 'the-tiny-book',
      title: { en: 'The "Tiny" Book' },
      attribution: { en: 'Ann, Bo' },
      contents: [
        { kind: 'chapter', title: { en: 'Foreword' } },
        { kind: 'chapter', title: { en: 'Preface' } },
        {
          kind: 'part',
          title: { en: 'First part' },
          children: [{ title: { en: '1. Install' }, children: [{ title: { en: '1.1. Linux' } }] }],
        },
        { kind: 'part', title: { en: 'Second part' }, children: [{ title: { en: '3. Hello' } }] },
        { kind: 'chapter', title: { en: 'Appendix' } },
      ],
    });
    expect(lines(report)).toEqual([
      'src/SUMMARY.md:10: warning: “Later” is a draft without a text. [contents-entry-ignored]',
    ]);
    const plain = await checkBook(await makeBook(book({ 'book.toml': '[output.html]\nno-section-label = true\n' })));
    expect(plain.manifest?.contents[2]).toMatchObject({ children: [{ title: { en: 'Install' } }] });
  });

  it('is found where book.toml says, and without one', async () => {
    const moved = await checkBook(
      await makeBook({
        'book.toml': "[book]\nsrc = './text'\n",
        'text/SUMMARY.md': '- [A](a.md)\n',
        'text/a.md': '# A\n',
      }),
    );
    expect(flattenChapters(moved.manifest?.contents ?? []).map(({ id }) => id)).toEqual(['text-a']);
    const bare = await checkBook(await makeBook({ 'src/SUMMARY.md': '- [甲](a.md)\n', 'src/a.md': '# 甲\n' }));
    expect(bare.manifest).toMatchObject({ languages: ['zh'] });
    const outside = await checkBook(await makeBook({ 'book.toml': '[book]\nsrc = "../.."\n' }));
    expect(outside.ok).toBe(false);
  });

  it('puts in files of the book: all of it, lines, anchors; nothing from elsewhere', async () => {
    const { bundle, report } = await compiled(
      book({
        'src/hello/README.md': [
          '# Hello',
          '```rust,editable,should_panic',
          '{{#include ../../code/main.rs:main}}',
          '```',
          '```rust',
          '{{#rustdoc_include ../../code/main.rs:2:3}}',
          '```',
          '{{#include part.md}}',
          '\\{{#include part.md}}',
          '{{#include ../../../../../../etc/passwd}}',
          '{{#include gone.md}}',
          '{{#include ../../code/main.rs:nowhere}}',
        ]
          .join('\n\n')
          .replace(/\n\n(```|\{\{#(?:include|rustdoc_include) \.\.\/\.\.\/code\/main\.rs:(?:main|2))/g, '\n$1'),
        'src/hello/part.md': 'Part, and {{#include deeper/part.md}}\n',
        'src/hello/deeper/part.md': 'deeper part.\n',
        'code/main.rs':
          'use std::io;\n// ANCHOR: main\nfn main() {\n    println!("hi");\n}\n// ANCHOR_END: main\nfn other() {}\n',
      }),
    );
    const text = await textOf(bundle, 'src-hello-readme');
    expect(text).toContain('fn main() {\n    println!("hi");\n}');
    expect(text).not.toContain('ANCHOR');
    expect(text).not.toContain('fn other');
    expect(text).toContain('Part, and deeper part.');
    expect(text).toContain('{{#include part.md}}');
    expect(text).not.toContain('root:');
    expect(report).toEqual([
      'src/SUMMARY.md:10: warning: “Later” is a draft without a text. [contents-entry-ignored]',
      'src/hello/README.md: error: code/main.rs has no anchor “nowhere”. [file-unreadable]',
      'src/hello/README.md: error: {{#include}}: src/hello/gone.md does not exist. [file-unreadable]',
      'src/hello/README.md: error: {{#include ../../../../../../etc/passwd}} leads out of the book. [path-outside-book]',
    ]);
  });

  it('does not grow without end', async () => {
    const { report } = await compiled(
      book({
        'src/preface.md': '# Preface\n\n{{#include preface.md}}\n',
        'src/install.md': `# Install\n\n${'{{#include big.md}}\n'.repeat(5)}`,
        'src/big.md': `${'word '.repeat(100_000)}\n`,
      }),
    );
    expect(report.join('\n')).toContain('put in more than 8 deep. [chapter-too-deep]');
    expect(report.join('\n')).toContain('the chapter would be too long. [file-too-large]');
  });

  it('hides the lines of Rust that rustdoc hides, and colours its code', async () => {
    const { bundle } = await compiled(
      book({
        'src/preface.md':
          '# Preface\n\n```rust,no_run\n# use std::io;\n#\nfn shown() {}\n## not hidden\n#[derive(Debug)]\nstruct S;\n```\n\n```bash\n# a comment\nls\n```\n',
      }),
    );
    const text = await textOf(bundle, 'src-preface');
    expect(text).toContain('fn shown() {}\n# not hidden\n#[derive(Debug)]\nstruct S;');
    expect(text).not.toContain('use std::io');
    expect(text).toContain('# a comment\nls');
    expect(JSON.stringify(await readChapter(bundle, 'en', 'src-preface'))).toContain('tok-keyword');
  });
});
