import { useId } from 'react';
import styles from './Choice.module.css';

export interface ChoiceProps<T extends string> {
  /** Id of the element that names the group. */
  readonly labelledBy: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few values, all visible: a group of radio buttons set as a row. */
export function Choice<T extends string>({ labelledBy, value, options, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className={styles.options}>
      {options.map((option) => (
        <label key={option.value} lang={option.lang}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
