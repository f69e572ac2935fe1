/** Sets of marks as a store can hold them, made of words that break formats. */
import fc from 'fast-check';
import { blockKinds } from '../../../../../core/book/model.ts';
import { kindWith, tidyTags } from '../../../../../core/marks/change.ts';
import type { FileMark, MarksFile } from '../../../../../core/marks/exchange/marks-file.ts';
import { markColors, markKinds, markStates, markStyles } from '../../../../../core/marks/mark.ts';

const sharp = [
  '</script><script>alert(1)</script>',
  '<!--',
  ']]>',
  '\u2028\u2029',
  '=1+1',
  '@SUM(A1)',
  '-2',
  "'",
  '"a","b"',
  'a\r\nb\rc\n',
  '---\n',
  '``` ```` ~~~',
  '%%==$[[x]]#',
  '{{note}}',
  '\u0000\u0007\u001b[31m',
  '\uFEFF',
  '𠮷野家👩‍🔬',
  '远程证明（RATS）',
  '__proto__',
  ' ',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...sharp), fc.string({ unit: 'grapheme', maxLength: 8 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));
const words = text.filter((value) => value.trim() !== '' && value.length <= 60);

const time = fc.oneof(fc.integer({ min: 0, max: 4e12 }), fc.constantFrom(-8.64e15, 8.64e15, -1, 0));
const id = fc.constantFrom('memory', '机密-容器', 'a_b', '0');

const anchor = fc.record({
  chapterId: id,
  sectionId: id,
  lang: fc.constantFrom('zh', 'en'),
  blockId: fc.constantFrom('memory.1', '机密-容器.12'),
  start: fc.nat(1000),
  endBlockId: fc.constantFrom('memory.1', 'memory.2'),
  end: fc.nat(1000),
  quote: text.filter((value) => value !== ''),
  prefix: text.map((value) => value.slice(0, 32).toWellFormed()),
  suffix: text.map((value) => value.slice(0, 32).toWellFormed()),
  sectionHash: fc.constantFrom('', '0123456789abcdef'),
});

const orNull = <T>(values: readonly T[]) => fc.constantFrom(null, ...values);

const mark: fc.Arbitrary<FileMark> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...markKinds),
    target: fc.constantFrom('text', 'block', 'section', 'book'),
    anchor,
    blockKind: orNull(blockKinds),
    edition: fc.constantFrom('1', '', '2023 第一版'),
    label: fc.option(words),
    body: fc.option(words),
    color: orNull(markColors),
    style: orNull(markStyles),
    state: orNull(markStates),
    tags: fc.array(words, { maxLength: 3 }).map(tidyTags),
    createdAt: time,
    modifiedAt: time,
    deletedAt: fc.option(time),
    clock: fc.oneof(fc.integer({ min: 0, max: 4e12 }), fc.constant(8.64e15)),
  })
  .map((made) => ({
    ...made,
    kind: kindWith(made.kind, made.body),
    anchor: made.target === 'book' ? null : made.anchor,
  }));

/** Marks of one book, in the order of their making, some of them in the bin. */
export const randomMarks: fc.Arbitrary<MarksFile> = fc.record({
  book: fc.constantFrom(
    { id: 'cncc', edition: '1', title: { zh: '云原生机密计算', en: '</title><script>' } },
    { id: '书', edition: '', title: { en: '= a book' } },
  ),
  exportedAt: fc.integer({ min: 0, max: 4e12 }),
  marks: fc.uniqueArray(mark, { minLength: 1, maxLength: 6, selector: (one) => one.id }),
});
