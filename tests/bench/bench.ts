/**
 * `npm run bench`: figures that depend on the machine, side by side with a yardstick measured in the same run. Medians;
 * ratios are what to compare between machines.
 *
 *   npm run bench                        all
 *   npm run bench -- reading --runs 5    some: start, reading, compile, search, marks
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../build/bundle/bundle.ts';
import { contentSource } from '../../build/bundle/paths.ts';
import { repository } from '../helpers/electron-binary.ts';
import { compileTimes } from './compile-time.ts';
import { firstText } from './first-text.ts';
import { fillLongestChapter, measureMarks } from './marks.ts';
import { measureFullChapter } from './marks-page.ts';
import { median, milliseconds } from './median.ts';
import { measureReading, quantile } from './reading.ts';
import { compareEngines } from './search.ts';
import { freshTimes } from './fresh-thread.ts';
import { buildIndex } from '../../core/search/build-index.ts';
import { largeBook, writeLargeBook } from '../helpers/large-book.ts';
import { measureKeystrokes, type Keystrokes } from './keystrokes.ts';
import { readTexts } from './search-texts.ts';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '15' } },
  allowPositionals: true,
});
const runs = Number(values.runs);
/** The original whitepaper, where it lies beside the repository. */
const reference = join(repository, '..', 'shared', 'reference', 'whitepaper');
/** Sixty frames a second. */
const frameMs = 16.7;
const parts: Readonly<Record<string, () => Promise<void>>> = { start, reading, compile, search, marks };
const wanted = positionals.length === 0 ? Object.keys(parts) : positionals;

await ensureBuilt(console.error);
for (const name of wanted) {
  const part = parts[name];
  if (!part)
    throw new Error(`There is nothing to measure called “${name}”; there are ${Object.keys(parts).join(', ')}.`);
  await part();
}

async function start(): Promise<void> {
  const times = await firstText(runs);
  console.log(`Start to first readable text, browser host (${runs} runs each, alternating)`);
  console.log(`  blank page of the same origin   ${milliseconds(times.blankMs)}`);
  console.log(`  reader, first start             ${milliseconds(times.firstStartMs)}`);
  console.log(`  reader, files cached            ${milliseconds(times.cachedMs)}`);
  const allowedMs = 1.3 * times.blankMs + 100;
  console.log(
    `  aim: 1.3 x blank + 100 ms =     ${milliseconds(allowedMs)} -> ${times.firstStartMs <= allowedMs ? 'met' : 'missed'}`,
  );
  console.log(`JavaScript before first text (gzip)  ${(times.scriptBytes / 1000).toFixed(1)} KB (aim: under 121 KB)`);
}

async function reading(): Promise<void> {
  const measured = await measureReading();
  const { firstSwitchesMs, laterSwitchesMs, framesMs } = measured;
  const late = framesMs.filter((ms) => ms > frameMs + 1);
  const spread = (times: readonly number[]): string =>
    `${milliseconds(median(times))}  (${times.length} chapters, slowest tenth from${milliseconds(quantile(times, 0.9))})`;
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log('Reading, browser host, 1280 x 800 (aim: a chapter in under 50 ms, then 16 ms; no layout shift)');
  console.log(`  next chapter, key to frame      ${spread(firstSwitchesMs)}`);
  console.log(`  the same, been there before     ${spread(laterSwitchesMs)}`);
  console.log(
    `  scrolling “${measured.longestChapter}”: ${framesMs.length} frames, ${late.length} over ${frameMs} ms, longest ${Math.max(...framesMs).toFixed(0)} ms`,
  );
  console.log(
    `  contents follow a scroll after  ${milliseconds(median(measured.followsMs))}  (${measured.followsMs.length} sections, longest ${Math.max(...measured.followsMs).toFixed(0)} ms; aim 100)`,
  );
  console.log(
    `  held by scripts                 ${megabytes(measured.heapAtStartBytes)} at the start, ${megabytes(measured.heapAtEndBytes)} with all chapters seen`,
  );
  console.log(`  layout shift                    ${measured.layoutShift.toFixed(4)}`);
  console.log(`  in use and after a restart      ${measured.layoutShiftInUse.toFixed(4)}`);
  for (const moved of measured.moved) console.log(`    ${moved}`);
}

async function compile(): Promise<void> {
  const books: [string, string][] = [['edition', contentSource]];
  if (existsSync(reference)) books.push(['original whitepaper (GitBook)', reference]);
  console.log('Compile time (5 runs in one process after one to warm up)');
  for (const [name, source] of books) {
    const { medianMs, chapters } = await compileTimes(source, 5);
    console.log(`  ${name.padEnd(32)}${milliseconds(medianMs)}  (${chapters} chapter files)`);
  }
}

async function search(): Promise<void> {
  const edition = await readTexts(contentSource);
  const original = existsSync(reference) ? ((await readTexts(reference)).zh ?? []) : [];
  const large = largeBook([...(edition.zh ?? []), ...(edition.en ?? []), ...original], 10e6, 250);
  const books: [string, string, typeof large][] = [
    ['edition, Chinese', 'zh', edition.zh ?? []],
    ['edition, English', 'en', edition.en ?? []],
    ...(original.length > 0 ? [['original whitepaper', 'zh', original] satisfies [string, string, typeof large]] : []),
    ['10 MB, 250 chapters', 'zh', large],
  ];
  const milli = (ms: number): string => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0)).padStart(8);
  const size = (bytes: number): string => (bytes / 1e6).toFixed(2).padStart(8);
  console.log('Search, about 175 queries and first letters; milliseconds, MB, recall and precision against the scan');
  for (const [name, lang, chapters] of books) {
    const sections = chapters.reduce((count, chapter) => count + chapter.sections.length, 0);
    console.log(`  ${name} (${chapters.length} chapters, ${sections} sections)`);
    console.log('                      build    load     p50     p99  shipped    gzip    held  recall    prec.');
    for (const engine of compareEngines(lang, chapters)) {
      const { buildMs, loadMs, p50Ms, p99Ms, bytes, gzipBytes, heldBytes, recall, precision } = engine;
      const times = [buildMs, loadMs, p50Ms, p99Ms].map(milli).join('');
      const shares = [recall, precision].map((share) => share.toFixed(3).padStart(8)).join('');
      console.log(`    ${engine.name.padEnd(16)}${times}${size(bytes)}${size(gzipBytes)}${size(heldBytes)}${shares}`);
    }
    const fresh = await freshTimes(buildIndex({ lang, chapters, names: [] }), lang === 'zh' ? '可信' : 'trust');
    console.log(
      `    ours in a fresh thread: open after${milli(fresh.openMs)}, first answer after${milli(fresh.firstAnswerMs)} (median of 7)`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'recto-bench-'));
  try {
    await writeLargeBook(join(folder, 'large'), 'zh', large);
    console.log('From key to the frame with its results, search panel, Chromium (aim: under 50 ms)');
    sayKeystrokes('edition', await measureKeystrokes(undefined));
    sayKeystrokes('10 MB', await measureKeystrokes(join(folder, 'large')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function sayKeystrokes(name: string, { timesMs, firstMs }: Keystrokes): void {
  const longest = Math.max(...timesMs);
  console.log(
    `  ${name.padEnd(10)} median${milliseconds(median(timesMs))}, slowest tenth from${milliseconds(quantile(timesMs, 0.9))}, longest${milliseconds(longest)}  (${timesMs.length} keys; the first with the start of the search${milliseconds(firstMs)})`,
  );
}

async function marks(): Promise<void> {
  console.log('Marks; wall clock, and in brackets what of it the processor worked');
  for (const count of [10_000, 100_000]) {
    const { parts, savesMs, commitsMs, exports, page } = await measureMarks(count);
    const [p50, p99] = [median(savesMs), quantile(savesMs, 0.99)];
    const worked = (ms: number, cpuMs: number): string => `${milliseconds(ms)}  (${cpuMs.toFixed(0)} ms)`;
    const few = (ms: number): string => `${ms.toFixed(2).padStart(6)} ms`;
    console.log(`  ${String(count)} marks`);
    console.log(
      `    all of them for the page        ${worked(parts.ms, parts.cpuMs)}, longest part${milliseconds(parts.longestMs)}`,
    );
    console.log(`    one save (aim: 20 ms)           ${few(p50)}, p99 ${few(p99)} (aim: 100 ms)`);
    console.log(`    a bare commit of one row        ${few(median(commitsMs))}, p99 ${few(quantile(commitsMs, 0.99))}`);
    for (const [format, { ms, cpuMs }] of exports) {
      console.log(`    ${`export: ${format} (aim: 10 s)`.padEnd(32)}${worked(ms, cpuMs)}`);
    }
    console.log('    in the page:');
    console.log(
      `    list opens (aim: 1 s)           ${milliseconds(page.listMs)}, at the very start${milliseconds(page.listAtStartMs)}`,
    );
    console.log(`    all marks have come             ${milliseconds(page.allMs)} after the first text`);
    console.log(
      `    search, a key (aim: 200 ms)     ${milliseconds(median(page.searchesMs))}, slowest${milliseconds(Math.max(...page.searchesMs))}`,
    );
    console.log(
      `    a bookmark, key to sign         ${milliseconds(median(page.savesMs))}, slowest${milliseconds(Math.max(...page.savesMs))}`,
    );
    console.log(`    quit (aim: 500 ms)              ${milliseconds(page.quitMs)}`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'recto-bench-'));
  const chapterId = await fillLongestChapter(join(folder, 'data'), 5000);
  const ms = await measureFullChapter(join(folder, 'data'), chapterId, 5000);
  await rm(folder, { recursive: true, force: true });
  console.log(`  a chapter with 5000 highlights (aim: 2 s) ${milliseconds(ms)}`);
}
