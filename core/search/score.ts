/**
 * Scores, by lunr. lunr is not given the book but, for each query, an index of the query's terms and the sections to be
 * scored, made with the statistics of the whole book. `lunr.Index.query` looks at nothing else, so the scores are those
 * that an index of the whole book gives.
 */
import lunr from 'lunr';
import type { Dictionary, Postings } from './dictionary.ts';
import type { SearchIndex } from './open-index.ts';

/** Fields of a section as lunr knows them, and how much a term counts in each. */
export const fieldBoosts = { title: 3, body: 1 } as const;
type Field = keyof typeof fieldBoosts;
const fields = Object.keys(fieldBoosts) as Field[];

/** lunr's own values of BM25's parameters. */
const k1 = 1.2;
const b = 0.75;

/** A term that adds to the score of what holds it. */
export interface ScoredTerm {
  readonly dictionary: Dictionary;
  /** Its number in that dictionary. */
  readonly number: number;
  readonly boost: number;
}

/** A term with what is needed to weigh it, read once a query. */
export interface WeighedTerm extends ScoredTerm {
  readonly text: string;
  readonly postings: Postings;
  /** Inverse document frequency as lunr has it. */
  readonly idf: number;
}

export function weighTerms(index: SearchIndex, terms: readonly ScoredTerm[]): WeighedTerm[] {
  return terms.map((term) => {
    const postings = term.dictionary.postings(term.number);
    return { ...term, text: term.dictionary.term(term.number), postings, idf: idfOf(index, postings) };
  });
}

/** lunr counts a section once for each field that has the term. */
function idfOf({ sectionCount }: SearchIndex, { inBody, inTitle }: Postings): number {
  const occurring = countNonZero(inBody) + countNonZero(inTitle);
  return Math.log(1 + Math.abs((sectionCount - occurring + 0.5) / (occurring + 0.5)));
}

function countNonZero(counts: readonly number[]): number {
  let found = 0;
  for (const count of counts) if (count > 0) found += 1;
  return found;
}

interface Statistics {
  readonly lengths: Readonly<Record<Field, Uint32Array>>;
  readonly averages: Readonly<Record<Field, number>>;
}

const statistics = new WeakMap<SearchIndex, Statistics>();

function statisticsOf(index: SearchIndex): Statistics {
  const known = statistics.get(index);
  if (known) return known;
  const lengths = { title: index.titleLengths, body: index.bodyLengths };
  const average = (of: Uint32Array): number => of.reduce((sum, length) => sum + length, 0) / Math.max(1, of.length);
  const made = { lengths, averages: { title: average(lengths.title), body: average(lengths.body) } };
  statistics.set(index, made);
  return made;
}

/** What a term weighs in a field, as `lunr.Builder` computes it, rounded to three places as there. */
function weight(idf: number, count: number, length: number, average: number, boost: number): number {
  const score = (idf * ((k1 + 1) * count)) / (k1 * (1 - b + b * (length / average)) + count);
  return Math.round(score * boost * 1000) / 1000;
}

/**
 * The score of each section that holds one of the terms, without lunr: cheap, and of the same order. It decides which
 * sections lunr is asked about where there are very many.
 */
export function estimateScores(index: SearchIndex, terms: readonly WeighedTerm[]): Float64Array {
  const { lengths, averages } = statisticsOf(index);
  const scores = new Float64Array(index.sectionCount);
  const magnitude = Math.sqrt(terms.reduce((sum, { boost }) => sum + boost * boost, 0)) || 1;
  for (const { postings, idf, boost } of terms) {
    for (let at = 0; at < postings.sections.length; at += 1) {
      const section = postings.sections[at] ?? 0;
      let sum = scores[section] ?? 0;
      for (const field of fields) {
        const count = (field === 'title' ? postings.inTitle : postings.inBody)[at] ?? 0;
        if (count === 0) continue;
        const length = lengths[field][section] ?? 0;
        sum += (boost * weight(idf, count, length, averages[field], fieldBoosts[field])) / magnitude;
      }
      scores[section] = sum;
    }
  }
  return scores;
}

/** lunr's scores of these sections for a query of these terms, any of which may match. Sections without one have none. */
export function lunrScores(
  index: SearchIndex,
  terms: readonly WeighedTerm[],
  sections: Iterable<number>,
): Map<number, number> {
  if (terms.length === 0) return new Map();
  const scores = new Map<number, number>();
  const projection = projectIndex(index, terms, new Set(sections));
  const results = projection.query((query) => {
    for (const { text, boost } of terms) {
      query.term(text, { boost, usePipeline: false, wildcard: lunr.Query.wildcard.NONE });
    }
  });
  for (const { ref, score } of results) scores.set(Number(ref), score);
  return scores;
}

/**
 * lunr looks up each term of the query in the set of those that it has. Here it has all of them, so the common part of the
 * two sets is the one that it asks with.
 */
const everyTerm = { intersect: (asked: lunr.TokenSet) => asked };

/** A lunr index that holds these terms and sections alone. */
function projectIndex(index: SearchIndex, terms: readonly WeighedTerm[], wanted: ReadonlySet<number>): lunr.Index {
  const { lengths, averages } = statisticsOf(index);
  const invertedIndex: Record<string, unknown> = {};
  const elements = new Map<string, number[]>();
  for (const [termIndex, { text, postings, idf }] of terms.entries()) {
    const refs: Record<Field, Record<string, object>> = { title: {}, body: {} };
    for (let at = 0; at < postings.sections.length; at += 1) {
      const section = postings.sections[at] ?? 0;
      if (!wanted.has(section)) continue;
      for (const field of fields) {
        const count = (field === 'title' ? postings.inTitle : postings.inBody)[at] ?? 0;
        if (count === 0) continue;
        refs[field][section] = {};
        const ref = `${field}/${section}`;
        const vector = elements.get(ref) ?? [];
        elements.set(ref, vector);
        const length = lengths[field][section] ?? 0;
        vector.push(termIndex, weight(idf, count, length, averages[field], fieldBoosts[field]));
      }
    }
    invertedIndex[text] = { _index: termIndex, ...refs };
  }
  const fieldVectors = Object.fromEntries(
    Array.from(elements, ([ref, vector]) => [ref, new lunr.Vector(vector)] as const),
  );
  const attributes = { invertedIndex, fieldVectors, tokenSet: everyTerm, fields, pipeline: new lunr.Pipeline() };
  // The published types describe lunr 1; this is what `lunr.Builder.build` of lunr 2 passes.
  return new lunr.Index(attributes as unknown as lunr.Index.Attributes);
}
