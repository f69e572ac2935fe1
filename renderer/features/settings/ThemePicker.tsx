import { useId } from 'react';
import type { Settings } from '../../../core/contract/settings.ts';
import { useMessages } from '../../i18n/messages-context.ts';
import styles from './ThemePicker.module.css';

export interface ThemePickerProps {
  readonly labelledBy: string;
  readonly value: Settings['theme'];
  readonly onChange: (theme: Settings['theme']) => void;
}

/** Sorted so that the high contrast themes stand below those they go with. */
const order: readonly Settings['theme'][] = ['light', 'sepia', 'dark', 'contrast-light', 'system', 'contrast-dark'];

/** The themes as small pages, each in its own colours. */
export function ThemePicker({ labelledBy, value, onChange }: ThemePickerProps) {
  const name = useId();
  const { settings: words } = useMessages();
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className={styles.themes}>
      {order.map((theme) => (
        <label key={theme}>
          <input type="radio" name={name} value={theme} checked={theme === value} onChange={() => onChange(theme)} />
          <span className={styles.page} aria-hidden="true">
            {(theme === 'system' ? (['light', 'dark'] as const) : [theme]).map((half) => (
              // A theme's colours hold below its name (tokens.css).
              <span key={half} data-theme={half}>
                Aa
              </span>
            ))}
          </span>
          <span className={styles.name}>{words.themes[theme]}</span>
        </label>
      ))}
    </div>
  );
}
