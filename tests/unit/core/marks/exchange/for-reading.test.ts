import { describe, expect, it } from 'vitest';
import type { BookManifest } from '../../../../../core/book/model.ts';
import { readAnnotations } from '../../../../../core/marks/exchange/annotation-file.ts';
import { writeCsv } from '../../../../../core/marks/exchange/csv-file.ts';
import { exportMarks } from '../../../../../core/marks/exchange/export-marks.ts';
import { annotationsOf } from '../../../../../core/marks/exchange/html-file.ts';
import { writeMarkdown } from '../../../../../core/marks/exchange/markdown-file.ts';
import { someAnchor, someMark } from '../some-marks.ts';

const book: BookManifest = {
  format: 1,
  id: 'cncc',
  edition: '2026',
  title: { zh: '白皮书', en: 'A "white" paper' },
  languages: ['zh', 'en'],
  contents: [
    {
      kind: 'chapter',
      id: 'intel-sgx',
      title: { zh: 'Intel SGX：飞地', en: 'Intel SGX' },
      languages: ['zh', 'en'],
      headings: { zh: [{ id: 'memory', depth: 2, title: '内存与加密' }], en: [] },
      children: [],
    },
  ],
};
const marks = [
  someMark({
    id: '11111111-0000-4000-8000-000000000001',
    kind: 'note',
    target: 'book',
    anchor: null,
    body: 'On the whole.',
    color: null,
  }),
  someMark({
    id: '22222222-0000-4000-8000-000000000002',
    kind: 'note',
    body: '先核实。\n\n- [ ] 手册',
    tags: ['sgx', '远程 证明'],
    state: 'verify',
  }),
  someMark({
    id: '33333333-0000-4000-8000-000000000003',
    target: 'block',
    blockKind: 'code',
    color: 'blue',
    anchor: { ...someAnchor, quote: 'echo ```\n=1+1' },
  }),
];

describe('Markdown', () => {
  it('has front matter, headings, quotes, notes and a way back, and is the same for the same marks', () => {
    const text = writeMarkdown(book, marks, { exported: '2026-11-27T04:00:00Z', lang: 'zh' });
    expect(text).toBe(`---
title: "白皮书"
edition: "2026"
source: "recto://cncc"
exported: 2026-11-27
marks: 3
tags: ["sgx", "远程 证明"]
---

On the whole.

— [open](recto://cncc) · note · 1970-01-01 ^n-11111111

## Intel SGX：飞地

### 内存与加密

> 机密内存

先核实。

- [ ] 手册

— [open](recto://cncc/intel-sgx#memory.1) · note · yellow · verify · #sgx · #远程-证明 · 1970-01-01 ^n-22222222

> \`\`\`\`
> echo \`\`\`
> =1+1
> \`\`\`\`

— [open](recto://cncc/intel-sgx#memory.1) · highlight · blue · 1970-01-01 ^n-33333333
`);
    expect(writeMarkdown(book, marks, { exported: '2026-11-27T23:00:00Z', lang: 'zh' })).toBe(text);
  });
});

describe('CSV', () => {
  it('has a byte order mark, quotes what needs them, and holds no formula', () => {
    const rows = [
      someMark({ kind: 'note', body: '=HYPERLINK("http://a.example")' }),
      someMark({ kind: 'note', body: 'two\nlines, "quoted"', label: '+49' }),
    ];
    const text = writeCsv(rows);
    expect(text.startsWith('\ufeffid,book,chapter,')).toBe(true);
    expect(text).toContain(`,"'=HYPERLINK(""http://a.example"")",`);
    expect(text).toContain(`,"two\nlines, ""quoted""",'+49,`);
    expect(text.split('\r\n')).toHaveLength(4);
  });
});

describe('a web page', () => {
  const script = '</script><script>alert(1)</script>';
  const hostile = someMark({ kind: 'note', body: script, label: '<img onerror=alert(1)>' });
  const page = exportMarks(book, [hostile], { format: 'html', lang: 'zh', now: '2026-11-27T04:00:00Z' });

  it('holds the whole annotation file', () => {
    expect(readAnnotations(annotationsOf(page))).toMatchObject({ marks: [hostile], problems: [] });
  });

  it('has no script but that file, whatever was written', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page).not.toContain('<img');
  });

  it('is told from other pages', () => {
    expect(annotationsOf('<!doctype html><p>another</p>')).toContain('another');
    expect(annotationsOf('{"type":"AnnotationSet"}')).toBe('{"type":"AnnotationSet"}');
  });
});
