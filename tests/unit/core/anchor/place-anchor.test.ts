import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAnchor, makeBlockAnchor, type Anchor } from '../../../../core/anchor/anchor.ts';
import { chapterText, rangeOf, spanOf, type ChapterText } from '../../../../core/anchor/chapter-text.ts';
import { placeAnchor, type Placement } from '../../../../core/anchor/place-anchor.ts';
import { editChapter, seeded, type EditName } from './edited-chapter.ts';
import { editionChapters } from './edition-chapters.ts';

/** A chapter of one section with these blocks. */
function chapterOf(blocks: readonly string[], id = 'c'): ChapterText {
  return chapterText({
    id,
    lang: 'en',
    sections: [{ id: 's', blocks: blocks.map((text, at) => ({ id: `s.${String(at)}`, text })) }],
  });
}

/** An anchor for the words in brackets. */
function anchorAt(blocks: readonly string[]): Anchor {
  const text = blocks.join('\n');
  const [start, end] = [text.indexOf('['), text.indexOf(']') - 1];
  const chapter = chapterOf(blocks.map((block) => block.replace(/[[\]]/g, '')));
  const range = rangeOf(chapter, { start, end });
  const anchor = range && makeAnchor(chapter, range);
  if (!anchor) throw new Error('nothing in brackets');
  return anchor;
}

/** A chapter with the place in brackets, or why there is none. */
function show(chapter: ChapterText, placement: Placement): string {
  if (placement.kind === 'lost') return `lost, ${String(placement.candidates.length)} candidates`;
  const span = spanOf(chapter, placement.range);
  if (!span) return 'a range that is not there';
  return `${chapter.text.slice(0, span.start)}[${chapter.text.slice(span.start, span.end)}]${chapter.text.slice(span.end)}`;
}

const some = <T>(values: readonly T[]) => fc.nat(values.length - 1).map((at) => values[at]!);

describe('an anchor', () => {
  it('of any range of any chapter leads back to that range, and holds its words', () => {
    fc.assert(
      fc.property(some(editionChapters), fc.nat(), fc.nat(), (chapter, from, length) => {
        const start = from % chapter.text.length;
        const range = rangeOf(chapter, { start, end: start + 1 + (length % 2000) });
        fc.pre(range !== undefined);
        const anchor = makeAnchor(chapter, range);
        expect(anchor).toMatchObject(range);
        const span = spanOf(chapter, range)!;
        expect(anchor?.quote).toBe(chapter.text.slice(span.start, span.end));
        expect(chapter.text.slice(0, span.start).endsWith(anchor!.prefix)).toBe(true);
        expect(chapter.text.slice(span.end).startsWith(anchor!.suffix)).toBe(true);
        expect(placeAnchor(anchor!, chapter, [])).toEqual({ kind: 'placed', chapterId: chapter.chapterId, range });
      }),
      { numRuns: 1000 },
    );
  });

  it('counts code points, not units', () => {
    const chapter = chapterOf(['𠮷野家 and 🔒 more']);
    const anchor = makeAnchor(chapter, { blockId: 's.0', start: 8, endBlockId: 's.0', end: 9 });
    expect(anchor).toMatchObject({ quote: '🔒', prefix: '𠮷野家 and ', suffix: ' more' });
  });

  it('of a selection that begins and ends between blocks holds the block alone', () => {
    const chapter = chapterOf(['one', 'two', 'three']);
    const range = { blockId: 's.0', start: 3, endBlockId: 's.2', end: 0 };
    expect(makeAnchor(chapter, range)).toMatchObject({
      blockId: 's.1',
      start: 0,
      endBlockId: 's.1',
      end: 3,
      quote: 'two',
    });
  });

  it('is not made of nothing, nor of what is not there', () => {
    const chapter = chapterOf(['one', '', 'three']);
    expect(makeAnchor(chapter, { blockId: 's.0', start: 3, endBlockId: 's.2', end: 0 })).toBeUndefined();
    expect(makeAnchor(chapter, { blockId: 's.0', start: 2, endBlockId: 's.0', end: 1 })).toBeUndefined();
    expect(makeAnchor(chapter, { blockId: 's.0', start: 0, endBlockId: 's.9', end: 1 })).toBeUndefined();
    expect(makeAnchor(chapter, { blockId: 's.0', start: 0, endBlockId: 's.0', end: 4 })).toBeUndefined();
    expect(makeBlockAnchor(chapter, 's.1')).toBeUndefined();
  });

  it('of a long block holds its beginning', () => {
    const anchor = makeBlockAnchor(chapterOf(['x'.repeat(900)]), 's.0');
    expect(anchor).toMatchObject({ start: 0, end: 240, quote: 'x'.repeat(240) });
  });
});

describe('a place in a changed text', () => {
  const passage = [
    'Enclaves keep code and data apart from the system.',
    'The [quote of a report] is signed by the platform.',
  ];

  it.each([
    ['a paragraph before it', ['A new one.', ...passage]],
    [
      'another word in it',
      ['Enclaves keep code and data apart from the system.', 'The [quote of the report] is signed by the platform.'],
    ],
    [
      'words put in',
      [
        'Enclaves keep code and data apart from the host system.',
        'Then the [quote of a report] is signed by the platform.',
      ],
    ],
    [
      'it moved with its sentence',
      ['The [quote of a report] is signed by the platform.', 'Another one.', 'And another.'],
    ],
    [
      'its block cut in two',
      ['Enclaves keep code and data apart from the system. The [quote', 'of a report] is signed by the platform.'],
    ],
  ])('is found after %s', (_, changed) => {
    const anchor = anchorAt(passage);
    const chapter = chapterOf(changed.map((block) => block.replace(/[[\]]/g, '')));
    expect(show(chapter, placeAnchor(anchor, chapter, []))).toBe(changed.join('\n'));
  });

  it.each([
    ['the words are gone', ['Enclaves keep code and data apart from the system.', 'Nothing of it is left here.']],
    ['only one word of them stands there', ['A report is a text.', 'Nothing else is left.']],
  ])('is not guessed where %s', (_, changed) => {
    const chapter = chapterOf(changed);
    expect(placeAnchor(anchorAt(passage), chapter, []).kind).toBe('lost');
  });

  it('is not guessed where a short word stands elsewhere, in other company', () => {
    const anchor = anchorAt(['Measure the [TCB] before the launch of the guest.']);
    const chapter = chapterOf(['A smaller TCB is easier to check by those who rely on it.']);
    expect(placeAnchor(anchor, chapter, [])).toMatchObject({ kind: 'lost', candidates: [{ chapterId: 'c' }] });
  });

  it('is chosen by the reader where a passage stands twice', () => {
    const anchor = anchorAt(['Run it: [sudo systemctl restart containerd] and wait.', 'Once.']);
    const twice = [
      'Run it: sudo systemctl restart containerd and wait.',
      'Run it: sudo systemctl restart containerd and wait.',
    ];
    const placement = placeAnchor(anchor, chapterOf(['First.', ...twice]), []);
    expect(placement).toMatchObject({
      kind: 'lost',
      candidates: [{ range: { blockId: 's.1' } }, { range: { blockId: 's.2' } }],
    });
  });

  it('is found in another chapter, also where its own is gone', () => {
    const anchor = anchorAt(passage);
    const other = chapterOf([...passage.map((block) => block.replace(/[[\]]/g, ''))], 'other');
    const placed = { kind: 'placed', chapterId: 'other', range: { blockId: 's.1', start: 4 } };
    expect(placeAnchor(anchor, chapterOf(['Nothing.']), [other])).toMatchObject(placed);
    expect(placeAnchor(anchor, undefined, [chapterOf(['Nothing.', 'At all.'], 'third'), other])).toMatchObject(placed);
  });

  it('does not rest on the hash alone', () => {
    const anchor = anchorAt(passage);
    const chapter = chapterOf(passage.map((block) => block.replace(/[[\]]/g, '')));
    const moved = { ...anchor, start: 0, end: 17 };
    expect(show(chapter, placeAnchor(moved, chapter, []))).toBe(passage.join('\n'));
  });
});

describe('a tenth of the text edited at random', () => {
  /** Of everything placed, where it came to be. */
  function tally(edit: EditName, seed: number, rounds: number) {
    const random = seeded(seed);
    const count = { right: 0, lost: 0, wrong: [] as string[] };
    for (let round = 0; round < rounds; round += 1) {
      const chapter = editionChapters[random(editionChapters.length)]!;
      // As long as selections are: from a word to some sentences.
      const length = 4 + random(12 + random(300));
      const start = random(chapter.text.length - length);
      const range = rangeOf(chapter, { start, end: start + length });
      const anchor = range && makeAnchor(chapter, range);
      const old = range && spanOf(chapter, range);
      if (!anchor || !old) continue;
      const edited = editChapter(chapter, edit, random);
      const placement = placeAnchor(anchor, edited.chapter, []);
      if (placement.kind === 'lost') {
        if (!edited.isGone(old)) count.lost += 1;
        continue;
      }
      const found = spanOf(edited.chapter, placement.range)!;
      const { precision, recall } = edited.compare(old, found);
      if (precision >= 0.5 && recall >= 0.5) count.right += 1;
      else count.wrong.push(`${anchor.quote} → ${edited.chapter.text.slice(found.start, found.end)}`);
    }
    return { ...count, share: count.right / (count.right + count.lost + count.wrong.length) };
  }

  it.each([
    ['scattered', 0.95],
    ['rewritten', 0.95],
    ['rearranged', 0.95],
  ] as const)('(%s) misplaces nothing and loses little', (edit, least) => {
    const tallies = [1, 2].map((seed) => tally(edit, seed, 90));
    expect(tallies.flatMap(({ wrong }) => wrong)).toEqual([]);
    const share = tallies.reduce((sum, one) => sum + one.share, 0) / tallies.length;
    expect(share).toBeGreaterThanOrEqual(least);
  });
});
