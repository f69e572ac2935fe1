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
    const { dictionary, number, boost } = term;
    return { dictionary, number, boost, text: dictionary.term(number), postings, idf: idfOf(index, postings) };
  });
}

/** lunr counts a section once for each field that has the term. */
function idfOf({ sectionCount }: SearchIndex, { inBody, inTitle }: Postings): number {
  let occurring = 0;
  for (let at = 0; at < inBody.length; at += 1) {
    if ((inBody[at] ?? 0) > 0) occurring += 1;
    if ((inTitle[at] ?? 0) > 0) occurring += 1;
  }
  return Math.log(1 + Math.abs((sectionCount - occurring + 0.5) / (occurring + 0.5)));
}

/** For each field and section, what its length does to the weight of a term: lunr's k1 * (1 - b + b * length / average). */
type Statistics = Readonly<Record<Field, Float64Array>>;

const statistics = new WeakMap<SearchIndex, Statistics>();

function statisticsOf(index: SearchIndex): Statistics {
  const known = statistics.get(index);
  if (known) return known;
  const made = { title: dampingOf(index.titleLengths), body: dampingOf(index.bodyLengths) };
  statistics.set(index, made);
  return made;
}

function dampingOf(lengths: Uint32Array): Float64Array {
  let sum = 0;
  for (const length of lengths) sum += length;
  const average = sum / Math.max(1, lengths.length);
  const damping = new Float64Array(lengths.length);
  for (let at = 0; at < lengths.length; at += 1) damping[at] = k1 * (1 - b + b * ((lengths[at] ?? 0) / average));
  return damping;
}

/** What a term weighs in a field, as `lunr.Builder` computes it, rounded to three places as there. */
function weight(idf: number, count: number, damping: number, boost: number): number {
  const score = (idf * ((k1 + 1) * count)) / (damping + count);
  return Math.round(score * boost * 1000) / 1000;
}

/**
 * The score of each section that holds one of the terms, without lunr: cheap, and of the same order. It decides which
 * sections lunr is asked about where there are very many.
 */
export function estimateScores(index: SearchIndex, terms: readonly WeighedTerm[]): Float64Array {
  const damping = statisticsOf(index);
  const scores = new Float64Array(index.sectionCount);
  const magnitude = Math.sqrt(terms.reduce((sum, { boost }) => sum + boost * boost, 0)) || 1;
  for (const { postings, idf, boost } of terms) {
    const { sections, inTitle, inBody } = postings;
    for (let at = 0; at < sections.length; at += 1) {
      const section = sections[at] ?? 0;
      const [title, body] = [inTitle[at] ?? 0, inBody[at] ?? 0];
      let sum = scores[section] ?? 0;
      if (title > 0) sum += (boost * weight(idf, title, damping.title[section] ?? 0, fieldBoosts.title)) / magnitude;
      if (body > 0) sum += (boost * weight(idf, body, damping.body[section] ?? 0, fieldBoosts.body)) / magnitude;
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
  const damping = statisticsOf(index);
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
        vector.push(termIndex, weight(idf, count, damping[field][section] ?? 0, fieldBoosts[field]));
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
