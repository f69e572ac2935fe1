import type { Heading } from '../../../core/book/model.ts';
import type { EntryListProps } from './contents-props.ts';
import { MarkCount } from './MarkCount.tsx';
import { ReadSign } from './ReadSign.tsx';
import styles from './Contents.module.css';

export interface HeadingListProps extends Pick<
  EntryListProps,
  'depth' | 'currentSectionId' | 'marksIn' | 'readState' | 'hrefOf' | 'onOpen'
> {
  readonly chapterId: string;
  readonly headings: readonly Heading[];
  readonly headingLang: string;
}

/** The headings of the open chapter; the one at the reading line is current. */
export function HeadingList({
  chapterId,
  headings,
  headingLang,
  depth,
  currentSectionId,
  marksIn,
  readState,
  hrefOf,
  onOpen,
}: HeadingListProps) {
  return (
    <ul className={styles.headings} lang={headingLang}>
      {headings.map((heading) => {
        const current = heading.id === currentSectionId;
        return (
          <li key={heading.id} className={styles.heading}>
            <div
              data-row={`${chapterId}/${heading.id}`}
              data-depth={depth + heading.depth - 1}
              data-level={heading.depth}
            >
              <a
                href={hrefOf(chapterId, heading.id)}
                aria-current={current ? 'location' : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  onOpen(chapterId, heading.id);
                }}
              >
                {heading.title}
              </a>
              <MarkCount count={marksIn(chapterId, heading.id)} />
              <ReadSign state={readState(chapterId, heading.id)} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
