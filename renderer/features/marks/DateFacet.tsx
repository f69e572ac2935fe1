import { useState } from 'react';
import { daySpans, edgeOfDay, startOfSpan } from '../../../core/marks/days.ts';
import type { MarkFilter } from '../../../core/marks/select.ts';
import type { MarkListMessages } from '../../i18n/mark-list.ts';
import styles from './Facet.module.css';

export interface DateFacetProps {
  readonly words: MarkListMessages;
  readonly onChange: (span: Pick<MarkFilter, 'from' | 'to'>) => void;
}

const choices = ['any', ...daySpans, 'range'] as const;

/** When a mark was made: a span of days that ends today, or any other. */
export function DateFacet({ words, onChange }: DateFacetProps) {
  const [choice, setChoice] = useState<(typeof choices)[number]>('any');
  const [days, setDays] = useState({ from: '', to: '' });

  function choose(chosen: (typeof choices)[number], range: typeof days): void {
    setChoice(chosen);
    setDays(range);
    if (chosen === 'any') onChange({});
    else if (chosen === 'range') {
      onChange({ from: edgeOfDay(range.from, 'first'), to: edgeOfDay(range.to, 'last') });
    } else onChange({ from: startOfSpan(chosen, new Date()) });
  }

  return (
    <fieldset className={styles.facet}>
      <legend>{words.date}</legend>
      <div className={styles.dates}>
        <select
          aria-label={words.date}
          value={choice}
          onChange={(event) => choose(choices.find((one) => one === event.target.value) ?? 'any', days)}
        >
          {choices.map((one) => (
            <option key={one} value={one}>
              {words.spans[one]}
            </option>
          ))}
        </select>
        {choice === 'range' &&
          (['from', 'to'] as const).map((edge) => (
            <label key={edge}>
              {words[edge]}
              <input
                type="date"
                value={days[edge]}
                onChange={(event) => choose('range', { ...days, [edge]: event.target.value })}
              />
            </label>
          ))}
      </div>
    </fieldset>
  );
}
