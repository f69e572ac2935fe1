import { markColors, type MarkColor } from '../../../core/marks/mark.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import styles from './ColorChoice.module.css';
import { Swatch } from './Swatch.tsx';

export interface ColorChoiceProps {
  readonly words: MarkMessages;
  readonly value: MarkColor | null;
  readonly onChange: (color: MarkColor) => void;
}

/** One of the six colours. */
export function ColorChoice({ words, value, onChange }: ColorChoiceProps) {
  return (
    <div role="group" aria-label={words.color} className={styles.colors}>
      {markColors.map((color) => (
        <button
          key={color}
          type="button"
          title={words.colors[color]}
          aria-label={words.colors[color]}
          aria-pressed={color === value}
          onClick={() => onChange(color)}
        >
          <Swatch color={color} />
        </button>
      ))}
    </div>
  );
}
