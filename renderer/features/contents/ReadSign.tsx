import type { ReadState } from '../../../core/reading/section-read.ts';
import { useMessages } from '../../i18n/messages-context.ts';
import styles from './Contents.module.css';

export interface ReadSignProps {
  readonly state: ReadState;
}

/** How far a section or chapter is read, by shape and in words: its place is there for what is unread, too, so that nothing moves. */
export function ReadSign({ state }: ReadSignProps) {
  const { states } = useMessages().contents;
  return (
    <span className={styles.read} title={state === 'unread' ? undefined : states[state]}>
      {state !== 'unread' && (
        <>
          <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false" data-state={state}>
            {state === 'done' ? <path d="M2.5 6.500 5 9l4.500-6" /> : <path d="M6 2.250a3.750 3.750 0 1 0 0 7.500z" />}
            {state === 'started' && <circle cx="6" cy="6" r="3.75" />}
          </svg>
          <span className="visually-hidden">{states[state]}</span>
        </>
      )}
    </span>
  );
}
