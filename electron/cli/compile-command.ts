/** `recto compile` and `recto check`. */
import { parseArgs } from 'node:util';
import type * as Compiler from '../../build/compile/compile.ts';
import type { CompileOutcome, CompileProgress } from '../../build/compile/compile.ts';
import { countProblems, formatReport, formatReviews } from '../../build/compile/report-text.ts';
import { hasErrors, reportInWords, type ReportLang } from '../../core/book/report.ts';
import { exitCodes, takePositionals, type Command, type Output } from './command.ts';
import { reportLang } from './report-lang.ts';

const reportHelp = `The report has one line a problem: FILE:LINE: severity: message [code].
An error stops a book in Recto's own format (book.yaml); of other books (SUMMARY.md)
everything readable is compiled.

  --json   print {ok, report, stats, id, reviews} on stdout instead of text
  --lang L the report in Chinese (zh) or English (en); default: en`;

export const compileCommand: Command = {
  name: 'compile',
  summary: 'compile a book to a bundle',
  help: `recto compile SOURCE OUT [--json] [--lang L]

Compiles the book in folder SOURCE (Recto's own format, GitBook, HonKit or
mdBook) to the bundle folder OUT. A bundle that stands there is replaced in one step.

${reportHelp}

Exit status: 0 the bundle was written, 1 it was not, 2 wrong usage.`,
  async run(args, output) {
    const { values, positionals } = parse(args);
    const lang = reportLang(values.lang);
    const [source, target] = takePositionals(positionals, ['SOURCE', 'OUT']);
    const { compileBook } = await loadCompiler();
    const outcome = await compileBook(source, target, { onProgress: showProgress(output) });
    output.progress('');
    show(outcome, { asJson: values.json === true, lang }, output);
    if (outcome.ok && values.json !== true) output.print(`${target}: ${describe(outcome)}`);
    return outcome.ok ? exitCodes.ok : exitCodes.failed;
  },
};

export const checkCommand: Command = {
  name: 'check',
  summary: 'report what is wrong with a book',
  help: `recto check SOURCE [--reviews] [--json] [--lang L]

Compiles the book in folder SOURCE without writing anything, and reports.

${reportHelp}
  --reviews  print what each chapter was compared with, where the book says so

Exit status: 0 clean or warnings only, 1 errors, 2 wrong usage.`,
  async run(args, output) {
    const { values, positionals } = parse(args, { reviews: { type: 'boolean' } });
    const lang = reportLang(values.lang);
    const [source] = takePositionals(positionals, ['SOURCE']);
    const { checkBook } = await loadCompiler();
    const outcome = await checkBook(source, { onProgress: showProgress(output) });
    output.progress('');
    show(outcome, { asJson: values.json === true, lang }, output);
    if (values.reviews === true && values.json !== true) output.print(formatReviews(outcome.reviews ?? []));
    return outcome.ok && !hasErrors(outcome.report) ? exitCodes.ok : exitCodes.failed;
  },
};

/** Loaded when it is needed: it takes longer than all the rest of a command. */
function loadCompiler(): Promise<typeof Compiler> {
  return import('../../build/compile/compile.ts');
}

interface Parsed {
  readonly values: { readonly json?: boolean; readonly reviews?: boolean; readonly lang?: string };
  readonly positionals: string[];
}

function parse(args: readonly string[], more: Readonly<Record<string, { type: 'boolean' }>> = {}): Parsed {
  const options = { json: { type: 'boolean' }, lang: { type: 'string' }, ...more } as const;
  return parseArgs({ args: [...args], allowPositionals: true, options });
}

function showProgress(output: Output): (progress: CompileProgress) => void {
  return ({ done, total, file }) => output.progress(`${done}/${total} ${file}`);
}

interface Shown {
  readonly asJson: boolean;
  readonly lang: ReportLang;
}

function show(outcome: CompileOutcome, { asJson, lang }: Shown, output: Output): void {
  if (!asJson) {
    output.tell(formatReport(outcome.report, lang));
    return;
  }
  const { ok, stats, manifest, reviews } = outcome;
  const report = reportInWords(outcome.report, lang);
  output.print(JSON.stringify({ ok, report, stats, id: manifest?.id ?? null, reviews }));
  output.tell(countProblems(outcome.report, lang));
}

function describe({ stats, manifest }: CompileOutcome): string {
  const { chapters, blocks, figures, pictures } = stats;
  return `“${manifest?.id ?? ''}”, ${chapters} chapters, ${blocks} blocks, ${figures} figures, ${pictures} pictures`;
}
