import { useState } from 'react';
import type { PanelMessages } from '../../i18n/search.ts';
import type { PartCount } from './result.ts';
import styles from './SearchPanel.module.css';

export interface PartChoiceProps {
  readonly words: PanelMessages;
  readonly parts: readonly PartCount[];
  /** The part whose results are shown; undefined for all. */
  readonly partId: string | undefined;
  readonly onPart: (partId: string | undefined) => void;
}

/** A book without parts has its chapters here, hundreds perhaps: more than these are unfolded when they are asked for. */
const mostAtOnce = 12;

/** Parts of the book with what was found in each, in reading order; pressed again, one gives way to all. */
export function PartChoice({ words, parts, partId, onPart }: PartChoiceProps) {
  const [all, setAll] = useState(false);
  const isMany = parts.length > mostAtOnce;
  const shown = isMany && !all ? richest(parts, mostAtOnce - 1, partId) : parts;
  return (
    <ul className={styles.parts} aria-label={words.parts}>
      {shown.map(({ id, title, count }) => (
        <li key={id}>
          <button type="button" aria-pressed={partId === id} onClick={() => onPart(partId === id ? undefined : id)}>
            {title} <span>{count}</span>
          </button>
        </li>
      ))}
      {isMany && (
        <li>
          <button type="button" className={styles.unfold} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? words.fewerParts : words.allParts(parts.length)}
          </button>
        </li>
      )}
    </ul>
  );
}

/** So many parts with the most results, and the chosen one, in reading order. */
function richest(parts: readonly PartCount[], most: number, chosen: string | undefined): readonly PartCount[] {
  const rank = (part: PartCount): number => (part.id === chosen ? Infinity : part.count);
  const kept = new Set(parts.toSorted((a, b) => (rank(b) > rank(a) ? 1 : rank(b) < rank(a) ? -1 : 0)).slice(0, most));
  return parts.filter((part) => kept.has(part));
}
