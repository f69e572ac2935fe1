import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnnotations, writeAnnotations } from '../../../../../core/marks/exchange/annotation-file.ts';
import { anyMark } from '../any-mark.ts';
import { someMark } from '../some-marks.ts';

const book = { id: 'cncc', edition: '2026', title: { zh: '白皮书', en: 'Whitepaper' } };
const generated = '2026-11-27T04:00:00.000Z';

describe('a file of marks', () => {
  it('gives back exactly what was written, in its order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyMark, { selector: ({ id }) => id, maxLength: 20 }), (marks) => {
        expect(readAnnotations(writeAnnotations(book, marks, generated))).toEqual({ book, marks, problems: [] });
      }),
    );
  });

  it('is what other readers ask for: context, ids, targets with the quote, one tag and all tags', () => {
    const mark = someMark({ kind: 'note', body: '**verify**', tags: ['sgx', '度量'] });
    const context = 'http://www.w3.org/ns/anno.jsonld';
    expect(JSON.parse(writeAnnotations(book, [mark], generated))).toMatchObject({
      '@context': context,
      type: 'AnnotationSet',
      generated,
      items: [
        {
          '@context': context,
          id: `urn:uuid:${mark.id}`,
          type: 'Annotation',
          motivation: 'commenting',
          created: '1970-01-01T00:00:01.000Z',
          target: {
            source: 'intel-sgx',
            selector: [
              { type: 'TextQuoteSelector', exact: '机密内存' },
              { type: 'CssSelector', value: '[data-block="memory.1"]' },
            ],
          },
          body: { type: 'TextualBody', value: '**verify**', color: 'yellow', tag: 'sgx', tags: ['sgx', '度量'] },
        },
      ],
    });
  });
});

describe('a hostile file', () => {
  const good = writeAnnotations(book, [someMark()], generated);
  const withItems = (...items: unknown[]): string => JSON.stringify({ ...(JSON.parse(good) as object), items });
  const item = (changes: object) => {
    const mark = { ...someMark(), ...changes };
    return { id: `urn:uuid:${mark.id}`, 'x-reader': mark };
  };
  const other = '00000000-0000-4000-8000-000000000002';

  it.each([
    ['nothing', ''],
    ['no JSON', 'marks: []'],
    ['a file that is cut off', good.slice(0, -30)],
    ['another kind of JSON', '{"annotations":[]}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another context', good.replace('anno.jsonld', 'other.jsonld')],
    ['items that are no list', JSON.stringify({ ...(JSON.parse(good) as object), items: {} })],
    ['a prototype in place of fields', '{"__proto__":{"type":"AnnotationSet"},"items":[]}'],
  ])('(%s) is refused with a sentence', (_, hostile) => {
    expect(readAnnotations(hostile)).toEqual(expect.stringMatching(/^It is .{10,}/));
    expect(({} as Record<string, unknown>).type).toBeUndefined();
  });

  it.each([
    ['wrong types', item({ tags: 'sgx' })],
    ['an unknown colour', item({ color: 'red' })],
    ['an id that is none', item({ id: '../../etc/passwd' })],
    ['more than it may hold', item({ body: 'x'.repeat(100_001) })],
    ['a field that nobody knows', item({ run: 'rm -rf' })],
    ['a prototype', JSON.parse('{"id":"x","x-reader":{"__proto__":{"polluted":1}}}') as object],
    ['the mark of another book', item({ bookId: 'other' })],
    ['no place', item({ anchor: null })],
    ['a note without a text', item({ kind: 'note', body: null })],
    ['two ids', { ...item({}), id: `urn:uuid:${other}` }],
    ['no mark', 7],
  ])('costs an entry with %s, and no other', (_, entry) => {
    expect(readAnnotations(withItems(entry, item({ id: other })))).toMatchObject({
      marks: [{ id: other }],
      problems: [{ at: 0, what: expect.stringMatching(/\w/) as string }],
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('costs both of two entries with one id', () => {
    const read = readAnnotations(withItems(item({}), item({ body: 'other', kind: 'note' }), item({ id: other })));
    expect(read).toMatchObject({ marks: [{ id: other }], problems: [{ at: 0 }, { at: 1 }] });
  });

  it('with a script in its text is a text', () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    expect(readAnnotations(withItems(item({ kind: 'note', body: script })))).toMatchObject({
      marks: [{ body: script }],
    });
  });
});
