import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { markStates, type MarkColor, type MarkState } from '../../../core/marks/mark.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ColorChoice } from './ColorChoice.tsx';
import styles from './NoteCard.module.css';
import { useDraft } from './use-draft.ts';

/** What the card gives back; everything the reader can set in it. */
export interface NoteContent {
  readonly body: string;
  readonly tags: readonly string[];
  readonly color: MarkColor | null;
  readonly state: MarkState | null;
}

export interface NoteCardProps {
  readonly words: MarkMessages;
  readonly closeLabel: string;
  /** Undefined for a note that is to be made. */
  readonly mark: PlacedMark | undefined;
  /** The words it is about; empty for the whole book. */
  readonly quote: string;
  readonly quoteLang: string | undefined;
  /** What stands in the field at first. */
  readonly body: string;
  /** Called when one pauses in writing, when the field is left and when the page goes away; resolves to whether it is on disk. */
  readonly onDraft: (body: string) => Promise<boolean>;
  /** Resolves to whether it was kept; where not, the card stays with all that was typed. */
  readonly onDone: (content: NoteContent) => Promise<boolean>;
  readonly onDelete: () => void;
}

/** A mark with its note: read, written, closed. Closing keeps what was written; what is not wanted is undone. */
export function NoteCard(props: NoteCardProps) {
  const { words, closeLabel, mark, quote, quoteLang, onDraft, onDone, onDelete } = props;
  const [body, setBody] = useState(props.body);
  const [tags, setTags] = useState((mark?.tags ?? []).join(', '));
  const [color, setColor] = useState<MarkColor | null>(mark?.color ?? (mark ? null : 'yellow'));
  const [state, setState] = useState<MarkState | null>(mark?.state ?? null);
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(body, mark?.body ?? '', onDraft);

  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  async function done(): Promise<void> {
    draft.stop();
    const kept = await onDone({ body, tags: tags.split(/[,，、]/), color, state });
    if (!kept) draft.goOn();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const finishes = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!finishes) return;
    event.preventDefault();
    event.stopPropagation();
    void done();
  }

  return (
    // Esc and Ctrl+Enter come up from whatever has the focus in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles.card} aria-label={words.noteOn} onKeyDown={onKeyDown}>
      <header>
        <h2>{words.noteOn}</h2>
        <IconButton icon="close" label={closeLabel} onClick={() => void done()} />
      </header>
      {quote !== '' && <blockquote lang={quoteLang}>{quote}</blockquote>}
      <label className={styles.field}>
        <span className="visually-hidden">{words.body}</span>
        <textarea
          ref={field}
          rows={5}
          value={body}
          placeholder={words.body}
          onChange={(event) => setBody(event.target.value)}
          onBlur={draft.keep}
        />
      </label>
      <label className={styles.field}>
        <span className="visually-hidden">{words.tags}</span>
        <input type="text" value={tags} placeholder={words.tags} onChange={(event) => setTags(event.target.value)} />
      </label>
      <div className={styles.row}>
        <ColorChoice words={words} value={color} onChange={setColor} />
        <label>
          <span className="visually-hidden">{words.state}</span>
          <select value={state ?? ''} onChange={(event) => setState(stateOf(event.target.value))}>
            <option value="">{`${words.state}: ${words.noState}`}</option>
            {markStates.map((value) => (
              <option key={value} value={value}>
                {words.states[value]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <footer>
        <span className={styles.kept}>{body !== '' && draft.isKept ? words.kept : ''}</span>
        {mark && <Button onClick={onDelete}>{words.remove}</Button>}
        <Button tone="primary" onClick={() => void done()}>
          {words.done}
        </Button>
      </footer>
    </section>
  );
}

function stateOf(value: string): MarkState | null {
  return markStates.find((state) => state === value) ?? null;
}
