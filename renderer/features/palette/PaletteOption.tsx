import { Marked } from '../../ui/Marked.tsx';
import styles from './Palette.module.css';
import type { PaletteRow } from './palette-item.ts';

export interface PaletteOptionProps {
  readonly id: string;
  readonly row: PaletteRow;
  readonly selected: boolean;
  readonly kindName: string;
  readonly onChoose: () => void;
}

/** A row: its name, where it stands, and what it is or which keys do the same. */
export function PaletteOption({ id, row, selected, kindName, onChoose }: PaletteOptionProps) {
  const { item, name, ranges } = row;
  const [first = ''] = item.names;
  return (
    // The keyboard's way is the field above, which names this row as its active one.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div id={id} role="option" aria-selected={selected} className={styles.option} onClick={onChoose}>
      <span className={styles.name}>
        <span lang={item.languages[0]}>{name === 0 ? <Marked text={first} ranges={ranges} /> : first}</span>
        {/* Read aloud, the two names are two words. */}
        {name !== 0 && ' '}
        {name !== 0 && (
          <span className={styles.other} lang={item.languages[name]}>
            <Marked text={item.names[name] ?? ''} ranges={ranges} />
          </span>
        )}
      </span>
      {item.keys ? (
        <span className={styles.keys}>
          {item.keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ) : (
        <span className={styles.kind}>{kindName}</span>
      )}
      {item.path.length > 0 && (
        <span className={styles.path} lang={item.languages[0]}>
          {item.path.join(' › ')}
        </span>
      )}
    </div>
  );
}
