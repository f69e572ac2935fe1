import { Icon } from './Icon.tsx';
import styles from './Stepper.module.css';

export interface StepperProps {
  /** Id of the element that names the value. */
  readonly labelledBy: string;
  /** The value as it is shown and read out. */
  readonly value: string;
  readonly lessLabel: string;
  readonly moreLabel: string;
  /** Absent at the end of the scale. */
  readonly onLess: (() => void) | undefined;
  readonly onMore: (() => void) | undefined;
}

/** A value between two buttons that take it down and up, step by step. */
export function Stepper({ labelledBy, value, lessLabel, moreLabel, onLess, onMore }: StepperProps) {
  return (
    <div role="group" aria-labelledby={labelledBy} className={styles.stepper}>
      {/* Not `disabled` at the end of the scale: the focus would be lost. */}
      <button type="button" aria-label={lessLabel} aria-disabled={!onLess} onClick={onLess}>
        <Icon name="minus" />
      </button>
      <output>{value}</output>
      <button type="button" aria-label={moreLabel} aria-disabled={!onMore} onClick={onMore}>
        <Icon name="plus" />
      </button>
    </div>
  );
}
