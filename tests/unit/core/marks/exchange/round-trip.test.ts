import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileMark, readMarksJson, writeMarksJson } from '../../../../../core/marks/exchange/marks-file.ts';
import { namesFromIds } from '../../../../../core/marks/exchange/place-names.ts';
import { readMarks } from '../../../../../core/marks/exchange/read-marks.ts';
import { writeMarks } from '../../../../../core/marks/exchange/write-marks.ts';
import { someMark } from '../some-marks.ts';
import { randomMarks } from './random-marks.ts';

describe('marks that were written to a file', () => {
  it.each(['json', 'annotation', 'html', 'csv'] as const)(
    'come back the same, in the same order, from %s',
    (format) => {
      fc.assert(
        fc.property(randomMarks, (file) => {
          const read = readMarks(writeMarks(format, file, namesFromIds(file.book)));
          expect(read).toEqual({
            ok: true,
            value: { book: file.book, marks: file.marks, foreign: [], passedOver: [] },
          });
        }),
        { numRuns: 150 },
      );
    },
  );

  it('come back where there are none', () => {
    const file = { book: { id: 'cncc', edition: '1', title: {} }, exportedAt: 0, marks: [] };
    for (const format of ['json', 'annotation', 'html'] as const) {
      expect(readMarks(writeMarks(format, file, namesFromIds(file.book)))).toMatchObject({
        ok: true,
        value: { marks: [] },
      });
    }
  });

  it('are tidied as the store keeps them', () => {
    const rough = { ...fileMark(someMark({ kind: 'note', body: ' \n', label: 'x\uD800', tags: ['#a', 'A', ' '] })) };
    const file = { book: { id: 'cncc', edition: '1', title: {} }, exportedAt: 0, marks: [rough] };
    const read = readMarksJson(JSON.parse(writeMarksJson(file)));
    expect(read.ok && read.value.marks[0]).toMatchObject({
      kind: 'highlight',
      body: null,
      label: 'x\uFFFD',
      tags: ['a'],
    });
  });
});
