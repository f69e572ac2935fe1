/**
 * Search side by side: ours, three engines that others use, and a plain scan, which is the truth that recall and precision are
 * measured against. All get the same folded texts of sections; the others get our CJK pairs as terms, because by themselves
 * they find no Chinese.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import elasticlunr from 'elasticlunr';
import { Index as FlexIndex } from 'flexsearch';
import MiniSearch from 'minisearch';
import { buildIndex, type SearchChapter } from '../../core/search/build-index.ts';
import { foldText } from '../../core/search/fold.ts';
import { openIndex } from '../../core/search/open-index.ts';
import { parseQuery } from '../../core/search/parse-query.ts';
import { search } from '../../core/search/search.ts';
import { identifiersOf, runsOf, termsOf } from '../../core/search/tokens.ts';

export interface EngineFigures {
  readonly name: string;
  /** From texts to a finished index. */
  readonly buildMs: number;
  /** From the bytes that would be shipped to the first answer. */
  readonly loadMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly bytes: number;
  readonly gzipBytes: number;
  /** What is held after all queries, the shipped bytes among it. */
  readonly heldBytes: number;
  /** Shares of what a scan finds that were found, and of what was found that a scan finds. */
  readonly recall: number;
  readonly precision: number;
}

/** An engine's way from section texts to answers: numbers of sections. */
interface Engine {
  readonly name: string;
  readonly build: (texts: readonly string[]) => Uint8Array;
  readonly load: (bytes: Uint8Array) => (query: string) => readonly number[];
}

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const parsed = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString());

const scan: Engine = {
  name: 'plain scan',
  build: (texts) => json(texts),
  load(bytes) {
    const texts = parsed(bytes) as string[];
    return (query) => texts.flatMap((text, at) => (text.includes(query) ? [at] : []));
  },
};

const miniOptions = { fields: ['text'], tokenize: termsOf, processTerm: (term: string): string => term };
const mini: Engine = {
  name: 'MiniSearch 7',
  build(texts) {
    const index = new MiniSearch(miniOptions);
    index.addAll(texts.map((text, id) => ({ id, text })));
    return json(index);
  },
  load(bytes) {
    const index = MiniSearch.loadJSON(Buffer.from(bytes).toString(), miniOptions);
    return (query) => index.search(query, { combineWith: 'AND', prefix: true }).map(({ id }) => id as number);
  },
};

const flex: Engine = {
  name: 'FlexSearch 0.8',
  build: (texts) => json(texts),
  // Its own export is a folder of pieces; it is built when it is loaded.
  load(bytes) {
    const index = new FlexIndex({ tokenize: 'forward', encode: termsOf });
    (parsed(bytes) as string[]).forEach((text, at) => index.add(at, text));
    return (query) => index.search(query, { limit: 1e6 }) as number[];
  },
};

interface ElasticDocument {
  readonly id: number;
  readonly text: string;
}
const elastic: Engine = {
  name: 'elasticlunr 0.9',
  build(texts) {
    const index = makeElastic();
    texts.forEach((text, id) => index.addDoc({ id, text }));
    return json(index.toJSON());
  },
  load(bytes) {
    makeElastic();
    const index = elasticlunr.Index.load<ElasticDocument>(parsed(bytes) as never);
    return (query) => index.search(query, { bool: 'AND', expand: true }).map(({ ref }) => Number(ref));
  },
};

function makeElastic(): elasticlunr.Index<ElasticDocument> {
  elasticlunr.tokenizer = ((text: unknown) => termsOf(String(text))) as never;
  const index = new elasticlunr.Index<ElasticDocument>();
  index.addField('text');
  index.setRef('id');
  index.saveDocument(false);
  return index;
}

/** Measures all engines on the chapters of one language; `queries` a hundred or more of each kind come from the texts. */
export function compareEngines(lang: string, chapters: readonly SearchChapter[]): EngineFigures[] {
  const sections = chapters.flatMap((chapter) => chapter.sections);
  const texts = sections.map(({ blocks }) => blocks.map(({ text }) => foldText(text)).join('\n'));
  const queries = queriesFrom(texts);
  const truth = scan.load(scan.build(texts));
  const expected = queries.map((query) => new Set(truth(query)));
  const ours: Engine = {
    name: 'ours',
    build: () => buildIndex({ lang, chapters, names: [] }),
    load(bytes) {
      const index = openIndex(bytes);
      const places = new Map<string, number>();
      for (let at = 0; at < index.sectionCount; at += 1) {
        const { chapter, id } = index.section(at);
        places.set(`${index.chapters[chapter]?.id ?? ''}/${id}`, at);
      }
      return (query) =>
        search(index, parseQuery(`"${query}"`), { limit: Infinity })
          .hits.filter(({ exact }) => exact)
          .flatMap(({ chapterId, sectionId }) => places.get(`${chapterId}/${sectionId}`) ?? []);
    },
  };
  /** As the panel asks: the best twenty with their excerpts. */
  const asShown = (bytes: Uint8Array): ((query: string) => unknown) => {
    const index = openIndex(bytes);
    return (query) => search(index, parseQuery(query), { limit: 20 });
  };
  return [ours, scan, mini, flex, elastic].map((engine) =>
    figuresOf(engine, texts, queries, expected, engine === ours ? asShown : engine.load),
  );
}

function figuresOf(
  { name, build, load }: Engine,
  texts: readonly string[],
  queries: readonly string[],
  expected: readonly ReadonlySet<number>[],
  timed: (bytes: Uint8Array) => (query: string) => unknown,
): EngineFigures {
  const buildStart = performance.now();
  const bytes = build(texts);
  const buildMs = performance.now() - buildStart;
  const heldBefore = heldBytes();
  const loadStart = performance.now();
  const ask = timed(bytes);
  ask(queries[0] ?? '');
  const loadMs = performance.now() - loadStart;
  for (const query of queries) ask(query);
  const times = queries.map((query) => bestOf(5, () => ask(query))).sort((a, b) => a - b);
  const held = heldBytes() - heldBefore + bytes.length;
  const answer = load(bytes);
  let [found, right, wanted] = [0, 0, 0];
  for (const [at, query] of queries.entries()) {
    const answers = new Set(answer(query));
    const truth = expected[at] ?? new Set();
    found += answers.size;
    wanted += truth.size;
    for (const section of answers) if (truth.has(section)) right += 1;
  }
  return {
    name,
    buildMs,
    loadMs,
    p50Ms: times[Math.floor(times.length / 2)] ?? 0,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    bytes: bytes.length,
    gzipBytes: gzipSync(bytes, { level: 5 }).length,
    heldBytes: held,
    recall: right / Math.max(1, wanted),
    precision: right / Math.max(1, found),
  };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What objects and buffers take after a garbage collection. */
function heldBytes(): number {
  // What buffers took is given back beside the program, after one collection or the next.
  for (let round = 0; round < 4; round += 1) collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The shortest of several times: what others do on the machine is not the engine's. */
function bestOf(runs: number, work: () => unknown): number {
  let best = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Pieces of Chinese, words, beginnings of words and identifiers, taken at even distances from the texts. */
function queriesFrom(texts: readonly string[]): string[] {
  const runs = texts.flatMap(runsOf);
  const chinese = runs.filter(({ isCjk, text }) => isCjk && text.length > 3).map(({ text }) => text);
  const words = runs.filter(({ isCjk, text }) => !isCjk && text.length > 4).map(({ text }) => text);
  const identifiers = texts.flatMap(identifiersOf);
  const pick = (from: readonly string[], count: number): string[] =>
    Array.from({ length: Math.min(count, from.length) }, (_, at) => from[Math.floor((at * from.length) / count)] ?? '');
  return [
    ...pick(chinese, 60).map((text, at) => text.slice(0, 2 + (at % 4))),
    ...pick(words, 40),
    ...pick(words, 40).map((text) => text.slice(0, 3 + (text.length % 3))),
    ...pick(identifiers, 20),
    // What is typed first.
    ...Array.from('eastxi1-/的机一'),
    'th',
    'co',
    'con',
  ];
}
