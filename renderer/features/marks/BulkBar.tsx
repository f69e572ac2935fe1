import { useMemo, useState } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { tidyTags } from '../../../core/marks/change.ts';
import { markStates, type MarkContent } from '../../../core/marks/mark.ts';
import type { MarkListMessages } from '../../i18n/mark-list.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import { Button } from '../../ui/Button.tsx';
import { ColorChoice } from './ColorChoice.tsx';
import styles from './MarksPage.module.css';

export type Patch = Partial<Pick<MarkContent, 'color' | 'state' | 'tags'>>;

export interface BulkBarProps {
  readonly words: MarkMessages;
  readonly listWords: MarkListMessages;
  /** Those that are selected, at least one. */
  readonly marks: readonly PlacedMark[];
  readonly onPatch: (marks: readonly PlacedMark[], patchOf: (mark: PlacedMark) => Patch) => void;
  readonly onDelete: (marks: readonly PlacedMark[]) => void;
  readonly onClear: () => void;
}

/** What can be done with all selected marks at once; each is one step back. */
export function BulkBar({ words, listWords, marks, onPatch, onDelete, onClear }: BulkBarProps) {
  const [tag, setTag] = useState('');
  const tags = useMemo(() => [...new Set(marks.flatMap((mark) => mark.tags))].sort(), [marks]);

  return (
    <div role="group" aria-label={listWords.selection} className={styles.bulk}>
      <ColorChoice words={words} value={null} onChange={(color) => onPatch(marks, () => ({ color }))} />
      <select
        aria-label={listWords.setState}
        value=""
        onChange={({ target }) =>
          onPatch(marks, () => ({ state: markStates.find((state) => state === target.value) ?? null }))
        }
      >
        <option value="" disabled>
          {listWords.setState}
        </option>
        {markStates.map((state) => (
          <option key={state} value={state}>
            {words.states[state]}
          </option>
        ))}
        <option value="none">{words.noState}</option>
      </select>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (tidyTags([tag]).length > 0) onPatch(marks, (mark) => ({ tags: tidyTags([...mark.tags, tag]) }));
          setTag('');
        }}
      >
        <input
          type="text"
          aria-label={words.addTag}
          placeholder={words.addTag}
          maxLength={100}
          value={tag}
          onChange={(event) => setTag(event.target.value)}
        />
      </form>
      {tags.length > 0 && (
        <select
          aria-label={listWords.removeTag}
          value=""
          onChange={({ target }) =>
            onPatch(marks, (mark) => ({ tags: mark.tags.filter((one) => one !== target.value) }))
          }
        >
          <option value="" disabled>
            {listWords.removeTag}
          </option>
          {tags.map((one) => (
            <option key={one} value={one}>
              {`#${one}`}
            </option>
          ))}
        </select>
      )}
      <Button onClick={() => onDelete(marks)}>{words.remove}</Button>
      <Button onClick={onClear}>{listWords.clearSelection}</Button>
    </div>
  );
}
