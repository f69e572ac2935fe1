import { useState, type ReactNode } from 'react';
import type { MarkListMessages } from '../../i18n/mark-list.ts';
import styles from './Facet.module.css';

export interface FacetValue<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly sign?: ReactNode;
  readonly lang?: string;
}

export interface FacetProps<V extends string> {
  readonly words: MarkListMessages;
  readonly title: string;
  /** In the order they are shown. */
  readonly values: readonly FacetValue<V>[];
  /** How many marks each would show. */
  readonly counts: ReadonlyMap<V, number>;
  readonly chosen: readonly V[];
  readonly onChange: (chosen: V[]) => void;
}

/** As many are shown at first. */
const few = 7;

/** One thing by which marks are told apart. Values that no mark has are not shown, unless they are chosen. */
export function Facet<V extends string>({ words, title, values, counts, chosen, onChange }: FacetProps<V>) {
  const [all, setAll] = useState(false);
  const there = values.filter(({ value }) => counts.has(value) || chosen.includes(value));
  if (there.length === 0) return null;
  const shown = all ? there : there.filter(({ value }, at) => at < few || chosen.includes(value));
  return (
    <fieldset className={styles.facet}>
      <legend>{title}</legend>
      {shown.map(({ value, label, sign, lang }) => {
        const count = counts.get(value) ?? 0;
        return (
          <label key={value} className={styles.value}>
            <input
              type="checkbox"
              aria-label={words.holding(label, count)}
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
            />
            {sign}
            <span lang={lang} className={styles.label}>
              {label}
            </span>
            <span className={styles.count}>{count}</span>
          </label>
        );
      })}
      {there.length > few && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.fewer : words.allOf(there.length)}
        </button>
      )}
    </fieldset>
  );
}
