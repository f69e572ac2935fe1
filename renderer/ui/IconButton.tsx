import styles from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';

export interface IconButtonProps {
  readonly icon: IconName;
  /** What it does; shown as a tip, with the keys that do the same. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly onClick?: (() => void) | undefined;
  readonly disabled?: boolean;
  /** For a button that shows and hides something. */
  readonly expanded?: boolean | undefined;
  /** For a button that switches something on and off. */
  readonly pressed?: boolean | undefined;
  /** Id of the popover it opens. */
  readonly popoverTarget?: string;
}

export function IconButton({
  icon,
  label,
  keys,
  onClick,
  disabled,
  expanded,
  pressed,
  popoverTarget,
}: IconButtonProps) {
  return (
    <button
      type="button"
      className={styles.icon}
      aria-label={label}
      aria-expanded={expanded}
      aria-pressed={pressed}
      title={keys === undefined ? label : `${label}  ${keys}`}
      disabled={disabled}
      popoverTarget={popoverTarget}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
