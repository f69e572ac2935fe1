import { useMemo } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { countFacets } from '../../../core/marks/facets.ts';
import { markColors, markKinds, markStates } from '../../../core/marks/mark.ts';
import { facetTests, type MarkFilter } from '../../../core/marks/select.ts';
import type { MarkListMessages } from '../../i18n/mark-list.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import { DateFacet } from './DateFacet.tsx';
import { Facet } from './Facet.tsx';
import styles from './MarksPage.module.css';
import { Swatch } from './Swatch.tsx';

/** What a book calls its chapters and languages. */
export interface FacetNames {
  /** In the book's order. */
  readonly chapters: readonly { readonly id: string; readonly title: string; readonly lang: string }[];
  readonly languages: readonly { readonly lang: string; readonly name: string }[];
}

export interface MarkFacetsProps {
  readonly words: MarkMessages;
  readonly listWords: MarkListMessages;
  readonly names: FacetNames;
  readonly marks: readonly PlacedMark[];
  readonly filter: MarkFilter;
  /** The filter that is counted by: that of a moment ago where there is much to count. */
  readonly counted: MarkFilter;
  readonly onChange: (filter: MarkFilter) => void;
  /** Taken away whole: its fields begin anew. */
  readonly onClear: () => void;
}

/** What a filter has beside its text. */
export function filtersOn(filter: MarkFilter): number {
  return facetTests(filter).filter(({ facet }) => facet !== 'text').length;
}

/** The facets of the marks, each with how many marks its values would show beside the others. */
export function MarkFacets({ words, listWords, names, marks, filter, counted, onChange, onClear }: MarkFacetsProps) {
  const counts = useMemo(() => countFacets(marks, counted), [marks, counted]);
  const tags = useMemo(
    () => [...new Set([...counts.tags.keys(), ...(filter.tags ?? [])])].sort((a, b) => a.localeCompare(b)),
    [counts, filter.tags],
  );
  const plain = <V extends string>(values: readonly V[], label: (value: V) => string) =>
    values.map((value) => ({ value, label: label(value) }));

  return (
    <div className={styles.facets}>
      <Facet
        words={listWords}
        title={words.filterKind}
        values={plain(markKinds, (kind) => words.kinds[kind])}
        counts={counts.kinds}
        chosen={filter.kinds ?? []}
        onChange={(kinds) => onChange({ ...filter, kinds })}
      />
      <Facet
        words={listWords}
        title={words.color}
        values={markColors.map((color) => ({
          value: color,
          label: words.colors[color],
          sign: <Swatch color={color} />,
        }))}
        counts={counts.colors}
        chosen={filter.colors ?? []}
        onChange={(colors) => onChange({ ...filter, colors })}
      />
      <Facet
        words={listWords}
        title={words.state}
        values={plain(markStates, (state) => words.states[state])}
        counts={counts.states}
        chosen={filter.states ?? []}
        onChange={(states) => onChange({ ...filter, states })}
      />
      <Facet
        words={listWords}
        title={words.filterTag}
        values={plain(tags, (tag) => `#${tag}`)}
        counts={counts.tags}
        chosen={filter.tags ?? []}
        onChange={(chosen) => onChange({ ...filter, tags: chosen })}
      />
      <Facet
        words={listWords}
        title={listWords.chapter}
        values={names.chapters.map(({ id, title, lang }) => ({ value: id, label: title, lang }))}
        counts={counts.chapters}
        chosen={filter.chapterIds ?? []}
        onChange={(chapterIds) => onChange({ ...filter, chapterIds })}
      />
      {names.languages.length > 1 && (
        <Facet
          words={listWords}
          title={listWords.language}
          values={names.languages.map(({ lang, name }) => ({ value: lang, label: name }))}
          counts={counts.langs}
          chosen={filter.langs ?? []}
          onChange={(langs) => onChange({ ...filter, langs })}
        />
      )}
      <DateFacet words={listWords} onChange={({ from, to }) => onChange({ ...filter, from, to })} />
      {filtersOn(filter) > 0 && (
        <button type="button" className={styles.clear} onClick={onClear}>
          {listWords.clearFilter}
        </button>
      )}
    </div>
  );
}
