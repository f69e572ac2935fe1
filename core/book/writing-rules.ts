/** How our own format is written: real characters, Chinese punctuation in Chinese, the book's own words. */
import type { ChapterDraft } from './draft.ts';
import { createTermFinder } from './find-terms.ts';
import { lineOfProse, notProse, proseOf, type Prose } from './prose.ts';
import type { Problem, ProblemCode } from './report.ts';
import { say, type Sentence } from './sentences/say.ts';

/** A name that must not be used. */
export interface ForbiddenName {
  readonly name: string;
  /** What to write instead. */
  readonly instead: string;
}

/**
 * Characters that look like others and are found by no search: radicals, compatibility forms, letters and digits of full
 * width. Text copied out of PDF files is full of them.
 */
const lookAlikes =
  /[\u2E80-\u2FDF\u3300-\u33FF\uF900-\uFAFF\uFE30-\uFE4F\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u{2F800}-\u{2FA1F}]/gu;

export function findLookAlikes(file: string, text: string): Problem[] {
  return text.split('\n').flatMap((line, at) =>
    [...line.matchAll(lookAlikes)].map(({ 0: character, index }): Problem => {
      const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const values = { character, code: `U+${codePoint}`, usual: character.normalize('NFKC') };
      const message = say('look-alike', values);
      return { severity: 'error', code: 'look-alike-character', file, line: at + 1, column: index + 1, message };
    }),
  );
}

/** A mark that does not belong into the prose of a language; `in` is the text it is looked for in, of the same length. */
interface MarkRule {
  readonly code: ProblemCode;
  readonly mark: RegExp;
  readonly in?: (text: string) => string;
  readonly message: (found: string, around: string) => Sentence;
}

const quotesOfPrint = (mark: RegExp): MarkRule => ({
  code: 'quotation-mark',
  mark,
  message: (found, around) => say('quotation-marks', { right: found === "'" ? '‘ ’' : '“ ”', found, around }),
});

const otherMarks: readonly MarkRule[] = [quotesOfPrint(/["']/g)];

const chineseMarks: readonly MarkRule[] = [
  {
    code: 'half-width-punctuation',
    // A full stop may belong to a number or a name before it.
    mark: /(?<=[\p{Script=Han}）」』》】])[,.;:?!()]|[,;:?!()](?=\p{Script=Han})|(?<![A-Za-z0-9\uFFFC])\.(?=\p{Script=Han})/gu,
    in: withoutLatinBrackets,
    message: (found, around) => say('half-width', { found, around }),
  },
  {
    code: 'han-latin-space',
    mark: /(?<=\p{Script=Han}) +(?=[A-Za-z0-9\uFFFC])|(?<=[A-Za-z0-9\uFFFC]) +(?=\p{Script=Han})/gu,
    message: (_found, around) => say('space-typed', { around }),
  },
  quotesOfPrint(/["'「」『』]/g),
];

/** Everything in the prose of a chapter that is not written as the book is written. */
export function checkWriting(draft: ChapterDraft, forbidden: readonly ForbiddenName[]): Problem[] {
  const prose = draft.sections.flatMap((section) => section.blocks.flatMap(proseOf));
  const findForbidden = createTermFinder(forbidden.map(({ name }) => ({ id: name, names: [name] })));
  const report = (piece: Prose, start: number, end: number, code: ProblemCode, message: Sentence): Problem => {
    return { severity: 'error', code, file: draft.file, line: lineOfProse(piece, start, end), message };
  };
  const marks = draft.lang.startsWith('zh') ? chineseMarks : otherMarks;
  return prose.flatMap((piece) => {
    const own = withoutQuotations(piece.text);
    const characters = Array.from(own);
    const before = (end: number): number => characters.slice(0, end).join('').length;
    return [
      ...marks.flatMap((rule) =>
        [...(rule.in?.(piece.text) ?? piece.text).matchAll(rule.mark)].map(({ 0: found, index }) => {
          const message = rule.message(found, around(piece.text, index));
          return report(piece, index, index + found.length, rule.code, message);
        }),
      ),
      ...findForbidden(own).map(({ termId, start, end }) => {
        const instead = forbidden.find(({ name }) => name === termId)?.instead ?? '';
        return report(
          piece,
          before(start),
          before(end),
          'term-forbidden',
          say('term-forbidden', { instead, term: termId }),
        );
      }),
    ];
  });
}

/** A few characters before and after a place (UTF-16), to find it by. */
function around(text: string, index: number): string {
  return text
    .slice(Math.max(index - 6, 0), index + 7)
    .replaceAll(/[\uFFFC\n]/g, ' ')
    .trim();
}

/** `Trust Domain Extensions (TDX)` keeps its brackets. The length (UTF-16) stays. */
function withoutLatinBrackets(text: string): string {
  return text.replace(/(?<=[A-Za-z0-9] ?)\([\x20-\x7E]*?\)/g, (brackets) => notProse.repeat(brackets.length));
}

/** What others say is quoted as they say it. The length (UTF-16) stays. */
function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”|《[^》]*》/g, (quotation) => notProse.repeat(quotation.length));
}
