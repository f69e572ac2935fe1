import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFile, type Wanted } from '../../../../../core/marks/folder/merge-file.ts';
import { hashOf, partsOf, withoutMarkers } from '../../../../../core/marks/folder/passages.ts';

const idOf = (number: number): string => `n-${number.toString(16).padStart(12, '0')}`;
const want = (number: number, content = `note ${String(number)}`): Wanted => ({ id: idOf(number), content });
const never = (): boolean => false;
const always = (): boolean => true;

/** What the reader wrote: everything outside of our markers. */
const ownText = (text: string): string =>
  partsOf(text)
    .flatMap((part) => (part.kind === 'own' ? [part.text] : []))
    .join('');
const bodies = (text: string): string[] =>
  partsOf(text).flatMap((part) => (part.kind === 'passage' ? [part.body.trim()] : []));
const merged = (text: string, wanted: readonly Wanted[], isGone = never): string =>
  mergeFile(text, wanted, isGone).text;

describe('a file that the reader writes in as well', () => {
  it('gets the marks in their order, and the same marks again change no byte', () => {
    const text = merged('# Mine\n\n', [want(1), want(2)]);
    expect(bodies(text)).toEqual(['note 1', 'note 2']);
    expect(ownText(text)).toBe('# Mine\n\n');
    expect(merged(text, [want(1), want(2)])).toBe(text);
  });

  it('gets a new mark behind the one before it and what the reader wrote below that', () => {
    const before = merged('', [want(1), want(3)]);
    const commented = before.replace(/(end n-000000000001 -->\n)/, '$1my thought\n');
    const text = merged(commented, [want(1), want(2), want(3)]);
    expect(bodies(text)).toEqual(['note 1', 'note 2', 'note 3']);
    expect(text.indexOf('my thought')).toBeLessThan(text.indexOf('note 2'));
    expect(ownText(text)).toBe('my thought\n');
  });

  it('leaves a passage where the reader has moved it to', () => {
    const [first = '', second = ''] = partsOf(merged('', [want(1), want(2)])).map(({ text }) => text);
    expect(bodies(merged(`${second}between\n${first}`, [want(1, 'new'), want(2)]))).toEqual(['note 2', 'new']);
  });

  it('loses the passage of a mark that was deleted, and nothing else', () => {
    const text = merged('a\n', [want(1), want(2)]);
    const after = merged(`${text}z`, [want(2)], always);
    expect(bodies(after)).toEqual(['note 2']);
    expect(ownText(after)).toBe('a\nz');
  });

  it('keeps what the reader changed between the markers while the mark stays as it is', () => {
    const text = merged('', [want(1)]).replace('note 1', 'note 1, and more');
    expect(mergeFile(text, [want(1)], never)).toEqual({ text, kept: 0, foreign: 0 });
  });

  it('keeps what the reader changed as text of the reader’s where the mark has changed too, and says so', () => {
    const text = merged('', [want(1)]).replace('note 1', 'by hand');
    const after = mergeFile(text, [want(1, 'in Recto')], never);
    expect(after.kept).toBe(1);
    expect(ownText(after.text).trim()).toBe('by hand');
    expect(bodies(after.text)).toEqual(['in Recto']);
    expect(mergeFile(after.text, [want(1, 'in Recto')], never)).toEqual({ text: after.text, kept: 0, foreign: 0 });
  });

  it('keeps what the reader changed where the mark was deleted, and says so', () => {
    const text = merged('', [want(1)]).replace('note 1', 'by hand');
    const after = mergeFile(text, [], always);
    expect(after).toEqual({ text: '\nby hand\n\n', kept: 1, foreign: 0 });
  });

  it('takes a change by hand that says what the mark says now for no change', () => {
    const text = merged('', [want(1)]).replace('note 1', 'the same');
    expect(mergeFile(text, [want(1, 'the same')], never)).toMatchObject({ kept: 0 });
    expect(ownText(merged(text, [want(1, 'the same')]))).toBe('');
  });

  it('leaves passages of another Recto alone, and counts them', () => {
    const text = merged('', [want(8), want(9)]);
    expect(mergeFile(text, [], never)).toEqual({ text, kept: 0, foreign: 2 });
    expect(bodies(merged(text, [want(1)]))).toEqual(['note 1', 'note 8', 'note 9']);
  });

  it('takes half a pair of markers, and a copy of a passage, for the reader’s text', () => {
    const whole = merged('', [want(1)]);
    const half = whole.replace(/<!-- recto:end.*\n/, '');
    expect(ownText(merged(half, [want(1, 'new')]))).toBe(half);
    const copied = whole + whole;
    expect(ownText(merged(copied, [want(1, 'new')]))).toBe(whole);
    expect(bodies(merged(copied, [want(1, 'new')]))).toEqual(['new']);
  });

  it('keeps line ends and a byte order mark as they are', () => {
    const text = merged('\uFEFF# Mine\r\n', [want(1, 'a\nb')]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.startsWith('\uFEFF# Mine\r\n')).toBe(true);
    // An editor that writes other line ends, or takes spaces off their ends, has changed nothing.
    expect(mergeFile(text.replaceAll('\r\n', '\n'), [want(1, 'c')], never)).toMatchObject({ kept: 0 });
    const spaced = merged('', [want(1, 'a  \nb')]);
    expect(mergeFile(spaced.replace('a  \n', 'a\n'), [want(1, 'c')], never)).toMatchObject({ kept: 0 });
  });

  it('is not deceived by a note that reads like a marker', () => {
    const content = withoutMarkers(
      `x\n<!-- recto:end ${idOf(1)} -->\n<!-- recto:begin ${idOf(2)} 0123456789abcdef -->`,
    );
    const text = merged('', [want(1, content), want(2)]);
    expect(partsOf(text)).toHaveLength(2);
    expect(merged(text, [want(1, content), want(2)])).toBe(text);
  });
});

const line = fc.oneof(
  fc.constantFrom('', ' ', '---', '```', '# H', '<!-- recto -->', 'recto:begin', '\u2028', '<!--', '-->', '\uFEFF'),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('<!-- recto:')),
);
const ownTexts = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '')), { maxLength: 5 })
  .map((lines) => lines.flat().join(''));
const content = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map(withoutMarkers);

/** What the reader and Recto do to a file, one after the other. */
const step = fc.oneof(
  fc.record({ do: fc.constant('set' as const), number: fc.nat(5), content }),
  fc.record({ do: fc.constant('delete' as const), number: fc.nat(5) }),
  fc.record({ do: fc.constant('write' as const), at: fc.nat(8), text: ownTexts }),
  fc.record({ do: fc.constant('edit' as const), at: fc.nat(5), text: ownTexts.filter((text) => /\S/.test(text)) }),
);

describe('whatever becomes of marks and text', () => {
  it('what the reader wrote outside of the markers stays byte for byte, what was written inside is never lost', () => {
    fc.assert(
      fc.property(ownTexts, fc.array(step, { maxLength: 25 }), (beginning, steps) => {
        let text = beginning;
        const marks = new Map<number, string>();
        for (const one of steps) {
          const parts = partsOf(text).map((part) => part.text);
          if (one.do === 'write') parts.splice(Math.min(one.at, parts.length), 0, lined(parts, one));
          if (one.do === 'edit') editPassage(parts, one);
          text = parts.join('');
          if (one.do === 'set') marks.set(one.number, one.content);
          if (one.do === 'delete') marks.delete(one.number);
          const before = ownText(text);
          const byHand = partsOf(text).flatMap((part) =>
            part.kind === 'passage' && hashOf(part.body) !== part.written ? [part.body.trim()] : [],
          );
          const wanted = [...marks].sort(([a], [b]) => a - b).map(([number, words]) => want(number, words));
          const after = mergeFile(text, wanted, always);
          const left = ownText(after.text);
          if (after.kept === 0) expect(withoutLastEnd(left)).toBe(withoutLastEnd(before));
          else expect(isWithin(before, left)).toBe(true);
          expect(bodies(after.text)).toHaveLength(wanted.length);
          const said = new Set(wanted.map((mark) => hashOf(mark.content)));
          for (const body of byHand) if (!said.has(hashOf(body))) expect(after.text).toContain(body);
          expect(mergeFile(after.text, wanted, always)).toEqual({ text: after.text, kept: 0, foreign: 0 });
          text = after.text;
        }
      }),
      // The first is one that was found: a line separator ends the line before a marker, too.
      {
        numRuns: 400,
        examples: [
          [
            '\u2028',
            [
              { do: 'set', number: 0, content: ' ' },
              { do: 'edit', at: 0, text: '---\n' },
              { do: 'write', at: 2, text: '-->\n' },
              { do: 'set', number: 0, content: '!' },
            ],
          ],
        ],
      },
    );
  });
});

/** A text of the reader's that does not run into the marker behind it. */
function lined(parts: readonly string[], { at, text }: { readonly at: number; readonly text: string }): string {
  return at >= parts.length || /[\r\n]$/.test(text) || text === '' ? text : `${text}\n`;
}

function editPassage(parts: string[], { at, text }: { readonly at: number; readonly text: string }): void {
  const places = parts.flatMap((part, place) => (part.includes('<!-- recto:begin') ? [place] : []));
  const place = places[at % Math.max(1, places.length)];
  const part = place === undefined ? undefined : parts[place];
  if (place === undefined || part === undefined) return;
  parts[place] = part.replace(
    /(-->\r?\n)[^]*?(<!-- recto:end)/,
    (_, before: string, end: string) => `${before}${text}\n${end}`,
  );
}

/** Text that ended without a line end has got one where a marker follows it. */
function withoutLastEnd(text: string): string {
  return text.replace(/[\r\n]+$/, '');
}

/** Whether the lines of one text stand in another, in their order. */
function isWithin(lines: string, text: string): boolean {
  let at = 0;
  for (const one of lines.split(/[\r\n\u2028\u2029]+/)) {
    const found = text.indexOf(one, at);
    if (found < 0) return false;
    at = found + one.length;
  }
  return true;
}
