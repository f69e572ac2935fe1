/** How many marks each value of a facet would show, beside what is chosen in the others. */
import type { Mark, MarkColor, MarkKind, MarkState } from './mark.ts';
import { facetTests, type Facet, type MarkFilter } from './select.ts';

export interface FacetCounts {
  readonly kinds: ReadonlyMap<MarkKind, number>;
  readonly colors: ReadonlyMap<MarkColor, number>;
  readonly states: ReadonlyMap<MarkState, number>;
  readonly tags: ReadonlyMap<string, number>;
  /** By chapter id. */
  readonly chapters: ReadonlyMap<string, number>;
  readonly langs: ReadonlyMap<string, number>;
}

/**
 * A value counts the marks that pass all other facets, so that choosing it shows as many; tags, of which a mark must have
 * every one that is chosen, count those that pass the chosen ones as well. One pass over the marks.
 */
export function countFacets(marks: readonly Mark[], filter: MarkFilter): FacetCounts {
  const tests = facetTests(filter);
  const counts = {
    kinds: new Map<MarkKind, number>(),
    colors: new Map<MarkColor, number>(),
    states: new Map<MarkState, number>(),
    tags: new Map<string, number>(),
    chapters: new Map<string, number>(),
    langs: new Map<string, number>(),
  };
  for (const mark of marks) {
    const failed = tests.filter(({ passes }) => !passes(mark)).map(({ facet }) => facet);
    if (failed.length > 1) continue;
    const counted = (facet: Facet): boolean => failed.length === 0 || failed[0] === facet;
    if (counted('kinds')) add(counts.kinds, mark.kind);
    if (counted('colors') && mark.color) add(counts.colors, mark.color);
    if (counted('states') && mark.state) add(counts.states, mark.state);
    if (failed.length === 0) for (const tag of mark.tags) add(counts.tags, tag);
    if (counted('chapterIds') && mark.anchor) add(counts.chapters, mark.anchor.chapterId);
    if (counted('langs') && mark.anchor) add(counts.langs, mark.anchor.lang);
  }
  return counts;
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
