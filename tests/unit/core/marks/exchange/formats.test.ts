import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import type { BookManifest } from '../../../../../core/book/model.ts';
import { fileMark, type MarksFile } from '../../../../../core/marks/exchange/marks-file.ts';
import { namesFromIds, placeNames } from '../../../../../core/marks/exchange/place-names.ts';
import { readMarks } from '../../../../../core/marks/exchange/read-marks.ts';
import { readTemplate } from '../../../../../core/marks/exchange/template.ts';
import { writeMarks } from '../../../../../core/marks/exchange/write-marks.ts';
import type { Mark } from '../../../../../core/marks/mark.ts';
import { someAnchor, someMark } from '../some-marks.ts';
import { randomMarks } from './random-marks.ts';

const manifest: BookManifest = {
  format: 1,
  id: 'cncc',
  edition: '1',
  title: { zh: '机密计算', en: 'Confidential' },
  languages: ['zh', 'en'],
  contents: [
    {
      kind: 'chapter',
      id: 'intel-sgx',
      title: { zh: '英特尔 SGX', en: 'Intel SGX' },
      languages: ['zh'],
      headings: { zh: [{ id: 'memory', depth: 2, title: '内存 [EPC]' }] },
      children: [],
    },
  ],
};
const names = placeNames(manifest);

function fileOf(...marks: readonly Partial<Mark>[]): MarksFile {
  return {
    book: { id: 'cncc', edition: '1', title: manifest.title },
    exportedAt: Date.UTC(2026, 0, 31),
    marks: marks.map((changes, at) =>
      fileMark(someMark({ id: `0000000${String(at)}-0000-4000-8000-00000000000${String(at)}`, ...changes })),
    ),
  };
}

const noteOn = (anchor: Partial<typeof someAnchor>, body: string) =>
  ({ kind: 'note', body, anchor: { ...someAnchor, ...anchor } }) as const;

describe('Markdown', () => {
  it('stands in the order of the book, leads back, and has ids that stay', () => {
    const file = fileOf(
      noteOn({ blockId: 'memory.12', quote: '第二' }, '**later** on'),
      { ...noteOn({ quote: '机密_内存' }, 'first'), tags: ['to read', '2026'], state: 'open', label: 'mine' },
      { kind: 'note', target: 'book', anchor: null, body: 'all of it', color: null },
    );
    expect(writeMarks('markdown', file, names)).toBe(`---
title: "机密计算"
book: "cncc"
edition: "1"
source: "Recto"
lang: ["zh"]
exported: "2026-01-31T00:00:00.000Z"
notes: 3
tags: ["_2026","to-read"]
---

# 机密计算

all of it

— 1970-01-01 ^n-000000020000

## 英特尔 SGX

### 内存 \\[EPC\\]

**mine**

> 机密\\_内存

first

— [open](recto://cncc/intel-sgx#memory.1) · yellow · open · #to-read · #_2026 · 1970-01-01 ^n-000000010000

> 第二

**later** on

— [open](recto://cncc/intel-sgx#memory.12) · yellow · 1970-01-01 ^n-000000000000
`);
  });

  it('keeps code as code, and words of the book as words', () => {
    const code = { target: 'block', blockKind: 'code' } as const;
    const file = fileOf(
      { ...code, anchor: { ...someAnchor, quote: 'echo `date`\n```' } },
      { anchor: { ...someAnchor, start: 9, quote: '# <b>[[x]]\n- %%\n1. y' } },
    );
    const text = writeMarks('markdown', file, names);
    expect(text).toContain('\n````\necho `date`\n```\n````\n');
    expect(text).toContain('\n> \\# \\<b\\>\\[\\[x\\]\\]\n> \\- \\%\\%\n> 1\\. y\n');
  });

  it('takes a template, and leaves out lines that have nothing to say', () => {
    const template = readTemplate('{{quote}}\nNote: {{note}}\n[{{heading}}]({{link}}) {{tags}}\n{{ block }}\n');
    const file = fileOf({ tags: ['a b'] }, noteOn({ start: 9 }, 'mine'));
    const text = template.ok ? writeMarks('markdown', file, names, template.value) : '';
    const place = '[内存 \\[EPC\\]](recto://cncc/intel-sgx#memory.1)';
    expect(text.slice(text.indexOf('\n> ') + 1)).toBe(
      `> 机密内存\n${place} #a-b\n^n-000000000000\n\n> 机密内存\nNote: mine\n${place} \n^n-000000010000\n`,
    );
  });

  it('refuses a template that names what there is not', () => {
    expect(readTemplate('{{quote}} {{constructor}}')).toMatchObject({ ok: false, problem: { code: 'wrong-shape' } });
  });
});

describe('HTML', () => {
  const elements = (node: Nodes): Element[] => [
    ...(node.type === 'element' ? [node] : []),
    ...('children' in node ? node.children.flatMap((child) => elements(child)) : []),
  ];
  const ours = ['html', 'head', 'meta', 'title', 'style', 'body', 'h1', 'h2', 'h3', 'article', 'p', 'strong'];

  it('has no element that a text brought in, and one script, which is data', () => {
    fc.assert(
      fc.property(randomMarks, (file) => {
        const found = elements(fromHtml(writeMarks('html', file, namesFromIds(file.book))));
        const allowed = [...ours, 'blockquote', 'pre', 'div', 'footer', 'a', 'script'];
        expect(found.filter(({ tagName }) => !allowed.includes(tagName))).toEqual([]);
        const scripts = found.filter(({ tagName }) => tagName === 'script');
        expect(scripts.map(({ properties }) => properties.type)).toEqual(['application/json']);
        expect(found.filter(({ tagName }) => tagName === 'article')).toHaveLength(file.marks.length);
        const links = found.flatMap(({ tagName, properties }) => (tagName === 'a' ? [String(properties.href)] : []));
        expect(links.every((link) => link.startsWith('recto://'))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('CSV', () => {
  it('has a byte order mark, and no cell that a spreadsheet would calculate', () => {
    const file = fileOf({ kind: 'note', body: '=HYPERLINK("http://x")', label: '+1', tags: ['@a'] });
    const text = writeMarks('csv', file, names);
    expect(text.startsWith('\uFEFF"id","book","section","heading",')).toBe(true);
    expect(text).toContain(`"'+1","机密内存","'=HYPERLINK(""http://x"")","yellow","","","'@a"`);
    fc.assert(
      fc.property(randomMarks, (random) => {
        const text = writeMarks('csv', random, namesFromIds(random.book)).slice(1);
        const cells = Array.from(text.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g), ([, cell = '']) => cell);
        expect(cells).toHaveLength(17 * (random.marks.length + 1));
        expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what a colour means to the reader', () => {
  const file = fileOf({ ...noteOn({}, 'text'), color: 'blue' }, { ...noteOn({}, 'more'), color: 'green' });
  const withMeanings = { ...names, meanings: { blue: 'to *check* <now>' } };

  it.each([
    ['markdown', 'to \\*check\\* \\<now\\> (blue)', ' · green · '],
    ['html', 'to *check* &lt;now&gt; (blue)', ' · green · '],
    ['csv', '"blue","to *check* <now>"', '"green",""'],
  ] as const)('stands beside its name in %s, and is read back with the marks', (format, named, plain) => {
    const text = writeMarks(format, file, withMeanings);
    expect(text).toContain(named);
    expect(text).toContain(plain);
    if (format !== 'markdown') expect(readMarks(text)).toMatchObject({ ok: true, value: { marks: file.marks } });
  });
});

describe('annotations', () => {
  it('are what Thorium demands: context, quote, position in code points, colour, one tag and all', () => {
    const file = fileOf({ ...noteOn({ start: 3, end: 7 }, 'text'), style: 'underline', tags: ['a', 'b'] });
    const set = JSON.parse(writeMarks('annotation', file, names)) as Record<string, unknown>;
    const context = 'http://www.w3.org/ns/anno.jsonld';
    expect(set).toMatchObject({ '@context': context, type: 'AnnotationSet', about: { 'dc:title': '机密计算' } });
    expect(set.items).toMatchObject([
      {
        '@context': context,
        id: 'urn:uuid:00000000-0000-4000-8000-000000000000',
        type: 'Annotation',
        motivation: 'commenting',
        created: '1970-01-01T00:00:01.000Z',
        body: {
          type: 'TextualBody',
          value: 'text',
          format: 'text/markdown',
          color: 'yellow',
          highlight: 'underline',
          tag: 'a',
          tags: ['a', 'b'],
        },
        target: {
          source: 'chapters/zh/intel-sgx.json',
          meta: {
            headings: [
              { level: 1, txt: '英特尔 SGX' },
              { level: 2, txt: '内存 [EPC]' },
            ],
          },
          selector: [
            { type: 'TextQuoteSelector', exact: '机密内存', prefix: '飞地的', suffix: '由处理器加密。' },
            {
              type: 'CssSelector',
              value: '[data-block="memory.1"]',
              refinedBy: { type: 'TextPositionSelector', start: 3, end: 7 },
            },
          ],
        },
      },
    ]);
  });
});
