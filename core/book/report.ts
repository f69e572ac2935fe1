/** What a compiler says about a book: like a compiler's messages, with the place, all of them, in a fixed order. */
import { sentencesEn } from './sentences/en.ts';
import { inWords, type Sentence } from './sentences/say.ts';
import { sentencesZh } from './sentences/zh.ts';
import { systemReasonZh } from '../words/system-reason.ts';

/**
 * `error`: the text is not what its author meant (a dead link, a missing chapter). `warning`: it reads well, and could
 * be better. Whether an error stops the compile depends on the format: our own edition yes, someone else's book no.
 */
export type Severity = 'error' | 'warning';

export const problemCodes = [
  // The book as a whole
  'not-a-book',
  'book-file-invalid',
  'book-script-ignored',
  'glossary-invalid',
  'chapter-missing',
  'chapter-repeated',
  'chapter-too-deep',
  'chapter-too-slow',
  'contents-entry-ignored',
  'path-outside-book',
  'file-unreadable',
  'file-too-large',
  'target-not-a-bundle',
  'target-unwritable',
  'book-too-slow',
  'book-too-large',
  'zip-invalid',
  // One chapter
  'front-matter-invalid',
  'section-missing',
  'title-missing',
  'title-repeated',
  'heading-id-missing',
  'heading-id-invalid',
  'heading-id-repeated',
  'heading-level-skipped',
  'raw-html',
  'html-removed',
  'code-without-language',
  'code-language-unknown',
  'shell-syntax',
  'requirements-invalid',
  'callout-unknown',
  'footnote-unused',
  'figure-without-title',
  'figure-without-description',
  'figure-invalid',
  'figure-text-too-wide',
  // How it is written
  'look-alike-character',
  'half-width-punctuation',
  'quotation-mark',
  'han-latin-space',
  'term-forbidden',
  // What a chapter points to
  'link-dead',
  'link-anchor-dead',
  'link-refused',
  'link-not-https',
  'image-missing',
  'image-remote',
  'image-type-mismatch',
  'image-without-description',
  // Two languages side by side
  'translation-missing',
  'translation-parts',
  // What the text was compared with
  'review-missing',
  'review-invalid',
  'review-old',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Languages that a report can be put into words in. */
export const reportLangs = ['en', 'zh'] as const;
export type ReportLang = (typeof reportLangs)[number];

const templates = { en: sentencesEn, zh: sentencesZh } as const;

function wordsOf(message: Sentence, lang: ReportLang): string {
  return inWords(message, templates[lang], lang === 'zh' ? systemReasonZh : undefined);
}

const severityNames: Readonly<Record<ReportLang, Readonly<Record<Severity, string>>>> = {
  en: { error: 'error', warning: 'warning' },
  zh: { error: '错误', warning: '警告' },
};

export interface Problem {
  readonly severity: Severity;
  readonly code: ProblemCode;
  /** Path relative to the book's folder, with forward slashes; empty where the problem is the folder itself. */
  readonly file: string;
  /** 1-based; absent where the problem concerns the whole file. */
  readonly line?: number | undefined;
  /** 1-based, in UTF-16 units; known for YAML and JSON only. */
  readonly column?: number | undefined;
  /** Names the thing and, where it is not plain, the way out. */
  readonly message: Sentence;
}

/** All problems of one book, by file, line, column, code and message; the same book gives the same list. */
export type Report = readonly Problem[];

/** Sorts problems and drops exact repetitions. The order does not depend on the machine's language. */
export function toReport(problems: readonly Problem[]): Report {
  const sorted = [...problems].sort(compareProblems);
  return sorted.filter((problem, at) => {
    const before = sorted[at - 1];
    return before === undefined || compareProblems(before, problem) !== 0;
  });
}

/** The report as other programs get it: each message in words. */
export function reportInWords(report: Report, lang: ReportLang): readonly ProblemInWords[] {
  return report.map((problem) => ({ ...problem, message: wordsOf(problem.message, lang) }));
}

export type ProblemInWords = Omit<Problem, 'message'> & { readonly message: string };

export function hasErrors(report: Report): boolean {
  return report.some((problem) => problem.severity === 'error');
}

/** `file:line:column: severity: message [code]` in a language of the interface, leaving out what is not known. */
export function formatProblem(problem: Problem, lang: ReportLang = 'en'): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined && part !== '');
  const prefix = place.length === 0 ? '' : `${place.join(':')}: `;
  return `${prefix}${severityNames[lang][problem.severity]}: ${wordsOf(problem.message, lang)} [${problem.code}]`;
}

function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(wordsOf(a.message, 'en'), wordsOf(b.message, 'en')) ||
    compareText(a.severity, b.severity)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
