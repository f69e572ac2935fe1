import { useId, useRef, type ReactNode } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './SettingsPanel.module.css';

export interface SettingRowProps {
  readonly label: string;
  readonly resetLabel: string;
  /** Absent while the setting has its first value. */
  readonly onReset: (() => void) | undefined;
  /** `tall` has its control below the label. */
  readonly shape?: 'tall';
  /** The control; `labelId` is the id of the label. */
  readonly children: (labelId: string) => ReactNode;
}

/** A setting with its name and the way back to its first value. */
export function SettingRow({ label, resetLabel, onReset, shape, children }: SettingRowProps) {
  const labelId = useId();
  const control = useRef<HTMLDivElement>(null);

  function reset(): void {
    // The button goes away: the focus goes to what it has changed.
    control.current?.querySelector<HTMLElement>('input:checked, button')?.focus();
    onReset?.();
  }

  return (
    <div className={styles.row} data-shape={shape}>
      <span id={labelId} className={styles.label}>
        {label}
      </span>
      <div ref={control} className={styles.control}>
        {children(labelId)}
      </div>
      <div className={styles.reset}>{onReset && <IconButton icon="undo" label={resetLabel} onClick={reset} />}</div>
    </div>
  );
}
