import { memo, useEffect, useRef, type KeyboardEvent } from 'react';
import { useMessages } from '../../i18n/messages-context.ts';
import styles from './Contents.module.css';
import { moveInContents, type ContentsRow } from './contents-keys.ts';
import type { ContentsProps } from './contents-props.ts';
import { EntryList } from './EntryList.tsx';

/**
 * The contents as nested lists of links with buttons that fold: screen readers know these better than a tree widget,
 * and every row is an ordinary link. Arrow keys move as in a tree for those who expect it. There are many rows: they are drawn
 * anew only when what they show is another.
 */
export const Contents = memo(function Contents({ foot, ...props }: ContentsProps) {
  const messages = useMessages();
  const nav = useRef<HTMLElement>(null);
  const { currentChapterId, currentSectionId } = props;

  useEffect(() => {
    const element = nav.current;
    if (element) showCurrentRow(element);
  }, [currentChapterId, currentSectionId]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !nav.current) return;
    const elements = Array.from(nav.current.querySelectorAll<HTMLElement>('[data-row]'));
    const at = elements.findIndex((element) => element.contains(event.target as Node));
    const move = moveInContents(elements.map(describeRow), at, event.key);
    if (!move) return;
    event.preventDefault();
    if ('focus' in move) rowFocus(elements[move.focus])?.focus();
    else props.onToggle(elements[move.toggle]?.dataset.row ?? '');
  }

  return (
    // Arrow keys are a shortcut for what Tab and the fold buttons do as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav ref={nav} className={styles.contents} aria-label={messages.contents.title} onKeyDown={onKeyDown}>
      <EntryList {...props} entries={props.contents} depth={0} />
      {foot}
    </nav>
  );
});

function describeRow(element: HTMLElement): ContentsRow {
  const { row = '', depth = '0', fold } = element.dataset;
  return { id: row, depth: Number(depth), fold: fold === 'open' || fold === 'closed' ? fold : 'none' };
}

/** What takes the focus in a row: its link; a part has only its button. */
function rowFocus(row: HTMLElement | undefined): HTMLElement | null {
  return row?.querySelector<HTMLElement>('a') ?? row?.querySelector<HTMLElement>('button') ?? null;
}

/** Scrolls the contents, and nothing else, so that the current row is in sight. */
function showCurrentRow(nav: HTMLElement): void {
  const row = nav.querySelector('[aria-current="location"]') ?? nav.querySelector('[aria-current="page"]');
  const scroller = nav.closest<HTMLElement>('[data-scroller]');
  if (!row || !scroller) return;
  const box = row.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const marginPx = 72;
  if (box.top < view.top + marginPx) scroller.scrollTop -= view.top + marginPx - box.top;
  else if (box.bottom > view.bottom - marginPx) scroller.scrollTop += box.bottom - view.bottom + marginPx;
}
