import { describe, expect, it } from 'vitest';
import { uuidOf } from '../../../../../core/marks/exchange/foreign-mark.ts';
import { readMarks } from '../../../../../core/marks/exchange/read-marks.ts';

const read = (value: unknown) => readMarks(JSON.stringify(value));

describe('annotations of other readers', () => {
  const thorium = (context: string) => ({
    '@context': context,
    id: 'urn:uuid:11111111-1111-4111-8111-111111111111',
    type: 'AnnotationSet',
    about: {},
    items: [
      {
        '@context': context,
        id: 'urn:uuid:22222222-2222-4222-8222-222222222222',
        type: 'Annotation',
        created: '2026-01-02T03:04:05.000Z',
        body: { type: 'TextualBody', value: 'a thought', color: '#ff00aa', highlight: 'solid', tag: 'x' },
        target: {
          source: 'c.xhtml',
          selector: [
            { type: 'ProgressionSelector', value: 0.5 },
            { type: 'TextQuoteSelector', exact: 'the words', prefix: 'p'.repeat(50), suffix: 's' },
          ],
        },
      },
      {
        id: 'urn:x:bookmark',
        motivation: 'bookmarking',
        created: '2026-01-02T03:04:05Z',
        body: { value: '', keyword: 'k', color: 'blue' },
        target: { source: 'c.xhtml' },
      },
    ],
  });

  it.each(['http://www.w3.org/ns/anno.jsonld', 'https://www.w3.org/ns/epub-anno.jsonld'])('are read: %s', (context) => {
    const at = Date.UTC(2026, 0, 2, 3, 4, 5);
    expect(read(thorium(context))).toEqual({
      ok: true,
      value: {
        book: undefined,
        marks: [],
        passedOver: [],
        foreign: [
          {
            id: '22222222-2222-4222-8222-222222222222',
            isBookmark: false,
            body: 'a thought',
            color: 'yellow',
            style: 'solid',
            tags: ['x'],
            quote: { exact: 'the words', prefix: 'p'.repeat(32), suffix: 's' },
            createdAt: at,
            modifiedAt: at,
          },
          {
            id: uuidOf('urn:x:bookmark'),
            isBookmark: true,
            body: null,
            color: 'blue',
            style: null,
            tags: ['k'],
            quote: null,
            createdAt: at,
            modifiedAt: at,
          },
        ],
      },
    });
  });

  it('of another context are refused', () => {
    expect(read(thorium('https://example.org/'))).toMatchObject({ ok: false, problem: { code: 'wrong-shape' } });
  });
});

describe('Hypothesis', () => {
  const target = [
    { source: 'file:///a', selector: [{ type: 'TextQuoteSelector', exact: 'words', prefix: 'a', suffix: 'b' }] },
  ];
  const annotations = [
    {
      id: 'Ab_1',
      created: '2026-01-02T03:04:05.123456+00:00',
      updated: '2026-01-03T00:00:00Z',
      text: 'n',
      tags: ['t'],
      target,
    },
    {
      id: 'Ab_2',
      created: '2026-01-02T00:00:00Z',
      text: 'reply',
      references: ['Ab_1'],
      target: [{ source: 'file:///a' }],
    },
    { id: 'Ab_3', created: '2026-01-02T00:00:00Z', text: 'page note', tags: [], target: [{ source: 'file:///a' }] },
  ];

  it.each([{ annotations }, { rows: annotations }])(
    'gives quotes, replies at what they reply to, page notes',
    (file) => {
      const found = read({ export_date: '', ...file });
      const quote = { exact: 'words', prefix: 'a', suffix: 'b' };
      expect(found).toMatchObject({
        ok: true,
        value: {
          foreign: [
            { body: 'n', tags: ['t'], quote },
            { body: 'reply', quote },
            { body: 'page note', quote: null },
          ],
        },
      });
      const ids = found.ok ? found.value.foreign.map(({ id }) => id) : [];
      expect(ids).toEqual(annotations.map(({ id }) => uuidOf(id)));
      expect(new Set(ids).size).toBe(3);
    },
  );

  it('costs a stray entry no other, and says which it was', () => {
    const found = read({ annotations: [annotations[0], { id: 7 }, annotations[2]] });
    expect(found).toMatchObject({ ok: true, value: { foreign: [{ body: 'n' }, { body: 'page note' }] } });
    expect(found.ok && found.value.passedOver).toMatchObject([
      { at: 1, what: expect.stringContaining('[1].id') as string },
    ]);
  });

  it('has ids that are the same each time, and are UUIDs', () => {
    expect(uuidOf('Ab_1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidOf('urn:uuid:ABCDEF01-1111-4111-8111-111111111111')).toBe('abcdef01-1111-4111-8111-111111111111');
  });
});
