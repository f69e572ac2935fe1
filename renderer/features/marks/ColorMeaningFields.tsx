import { markColors, type ColorMeanings, type MarkColor } from '../../../core/marks/mark.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import styles from './ColorMeaningFields.module.css';
import { Swatch } from './Swatch.tsx';

export interface ColorMeaningFieldsProps {
  readonly words: MarkMessages;
  /** The colours' own names. */
  readonly names: Readonly<Record<MarkColor, string>>;
  readonly meanings: ColorMeanings;
  /** Called when a field is left, and by Enter. */
  readonly onChange: (meanings: ColorMeanings) => void;
}

const mostCharacters = 60;

/** What each colour means to the reader: a field for each, folded away. */
export function ColorMeaningFields({ words, names, meanings, onChange }: ColorMeaningFieldsProps) {
  const change = (color: MarkColor, text: string): void => {
    const meaning = text.trim();
    if (meaning === (meanings[color] ?? '')) return;
    const changed = Object.entries({ ...meanings, [color]: meaning }).filter(([, one]) => one !== '');
    onChange(Object.fromEntries(changed));
  };

  return (
    <details className={styles.meanings}>
      <summary>{words.meanings}</summary>
      <p className={styles.about}>{words.meaningsAbout}</p>
      <div className={styles.fields}>
        {markColors.map((color) => (
          <label key={color}>
            <Swatch color={color} />
            <input
              // Another window, or a restored backup, may have set another.
              key={meanings[color] ?? ''}
              type="text"
              aria-label={words.meaningOf(names[color])}
              defaultValue={meanings[color] ?? ''}
              placeholder={names[color]}
              maxLength={mostCharacters}
              onBlur={(event) => change(color, event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) change(color, event.currentTarget.value);
              }}
            />
          </label>
        ))}
      </div>
    </details>
  );
}
