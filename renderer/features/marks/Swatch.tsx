import type { MarkColor } from '../../../core/marks/mark.ts';
import styles from './Swatch.module.css';

export interface SwatchProps {
  readonly color: MarkColor | null;
}

/** A colour with the line that tells it from the others, as in the text. */
export function Swatch({ color }: SwatchProps) {
  return (
    <span className={styles.swatch} data-color={color ?? 'none'} aria-hidden="true">
      a
    </span>
  );
}
