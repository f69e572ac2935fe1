import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { tidyTags } from '../../../core/marks/change.ts';
import { markStates, type MarkColor, type MarkState } from '../../../core/marks/mark.ts';
import { bothTexts, meet, type NoteVersion } from '../../../core/marks/meet.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ColorChoice } from './ColorChoice.tsx';
import styles from './NoteCard.module.css';
import { NoteConflict } from './NoteConflict.tsx';
import { NoteField, type NoteMode } from './NoteField.tsx';
import type { NoteLinks } from './NoteText.tsx';
import { useDraft } from './use-draft.ts';

/** What the card gives back; everything the reader can set in it. */
export interface NoteContent {
  readonly body: string;
  readonly label: string;
  readonly tags: readonly string[];
  readonly color: MarkColor | null;
  readonly state: MarkState | null;
  /** The version it was written on; undefined for a note that is to be made. */
  readonly revision: number | undefined;
}

export interface NoteCardProps {
  readonly words: MarkMessages;
  readonly closeLabel: string;
  /** The key that changes between writing and reading, as it is printed. */
  readonly modeKey: string;
  readonly links: NoteLinks;
  /** Undefined for a note that is to be made. */
  readonly mark: PlacedMark | undefined;
  /** The words it is about, or what it is about in words: the whole book, a section. */
  readonly about: string;
  readonly aboutLang: string | undefined;
  /** What stands in the field at first. */
  readonly body: string;
  /** The version of the mark that a draft was begun on. */
  readonly begunOn: number | undefined;
  /** The mark was deleted elsewhere. */
  readonly isGone: boolean;
  /** Called when one pauses in writing, when the field is left and when the page goes away; resolves to whether it is on disk. */
  readonly onDraft: (body: string, begunOn: number | undefined) => Promise<boolean>;
  /** Resolves to whether it was kept; where not, the card stays with all that was typed. */
  readonly onDone: (content: NoteContent) => Promise<boolean>;
  readonly onDelete: () => void;
  /** It was deleted elsewhere, and the writer wants it back with what was written here; or does not want it any more. */
  readonly onRestore: () => void;
  readonly onLetGo: () => void;
}

/**
 * A mark with its note: read, written, closed. Closing keeps what was written; what is not wanted is undone. A note that
 * is there is read first, one that is begun or was not finished is written.
 */
export function NoteCard(props: NoteCardProps) {
  const {
    words,
    closeLabel,
    modeKey,
    links,
    mark,
    about,
    aboutLang,
    begunOn,
    isGone,
    onDraft,
    onDone,
    onDelete,
    onRestore,
    onLetGo,
  } = props;
  const [body, setBody] = useState(props.body);
  const [label, setLabel] = useState(mark?.label ?? '');
  const [tags, setTags] = useState((mark?.tags ?? []).join(', '));
  const [color, setColor] = useState<MarkColor | null>(mark?.color ?? (mark ? null : 'yellow'));
  const [state, setState] = useState<MarkState | null>(mark?.state ?? null);
  const [mode, setMode] = useState<NoteMode>(mark?.body && mark.body === props.body ? 'read' : 'write');
  // The version whose words the writer had seen when these were written: a draft says so for the next start.
  const [seen, setSeen] = useState(begunOn ?? mark?.revision);
  const draft = useDraft(body, mark?.body ?? '', (text) => onDraft(text, seen));
  const modeId = useId();
  // The version this one is written on: a later one comes from elsewhere, and meets it.
  const [base, setBase] = useState(mark);
  const [theirs, setTheirs] = useState(() => writtenSince(mark, begunOn, props.body));
  // The writer has asked for the deleted note again: that it comes is no news. Until it is there the question stays.
  const [isRestored, setRestored] = useState(false);
  const conflict = useRef<HTMLDivElement>(null);
  const tagList = tidyTags(tags.split(/[,，、]/));
  if (mark && mark.revision > (base?.revision ?? 0)) {
    const mine = { body, label: label === '' ? null : label, tags: tagList, color, state };
    // A draft may be taken up before its mark has come: its text is new, and nothing else is.
    const began = base ? versionOf(base) : { ...mine, body: mark.body ?? '' };
    const { content, theirs: other } = meet(began, mine, versionOf(mark));
    setBase(mark);
    setRestored(false);
    setBody(content.body);
    setLabel(content.label ?? '');
    if (content.tags.join() !== tagList.join()) setTags(content.tags.join(', '));
    setColor(content.color);
    setState(content.state);
    // Where their text stayed as it was, what was asked before is still to be answered.
    const before = mark.body === base?.body ? theirs : undefined;
    const since = base || isRestored ? undefined : writtenSince(mark, begunOn, body);
    const asked = other ?? since ?? before;
    setTheirs(asked);
    if (asked === undefined) setSeen(mark.revision);
  }

  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  function settle(): void {
    setTheirs(undefined);
    setSeen(base?.revision);
  }

  async function done(): Promise<void> {
    if (theirs !== undefined || isGone) {
      conflict.current?.focus();
      return;
    }
    draft.stop();
    const kept = await onDone({ body, label, tags: tagList, color, state, revision: base?.revision });
    if (!kept) draft.goOn();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const withMod = event.ctrlKey || event.metaKey;
    const finishes = event.key === 'Escape' || (event.key === 'Enter' && withMod);
    const turns = withMod && event.shiftKey && event.key.toLowerCase() === 'p';
    if (!finishes && !turns) return;
    event.preventDefault();
    event.stopPropagation();
    if (finishes) void done();
    else setMode(mode === 'write' ? 'read' : 'write');
  }

  return (
    // Esc, Ctrl+Enter and Ctrl+Shift+P come up from whatever has the focus in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles.card} aria-label={words.noteOn} onKeyDown={onKeyDown}>
      <header>
        <h2>{words.noteOn}</h2>
        <span id={modeId} className="visually-hidden">
          {words.noteMode(modeKey)}
        </span>
        <Choice
          labelledBy={modeId}
          value={mode}
          options={[
            { value: 'write', label: words.write },
            { value: 'read', label: words.preview },
          ]}
          onChange={setMode}
        />
        <IconButton icon="close" label={closeLabel} onClick={() => void done()} />
      </header>
      {(theirs !== undefined || isGone) && (
        <NoteConflict
          ref={conflict}
          words={words}
          theirs={isGone ? undefined : theirs}
          onMine={() => {
            if (isGone) {
              setRestored(true);
              onRestore();
            }
            settle();
          }}
          onTheirs={() => {
            if (isGone) onLetGo();
            else if (theirs !== undefined) setBody(theirs);
            settle();
          }}
          onBoth={() => {
            if (theirs !== undefined) setBody(bothTexts(body, theirs));
            settle();
          }}
        />
      )}
      {about !== '' && <blockquote lang={aboutLang}>{about}</blockquote>}
      {mark?.kind === 'bookmark' && (
        <label className={styles.field}>
          <span className="visually-hidden">{words.label}</span>
          <input
            type="text"
            value={label}
            placeholder={words.label}
            maxLength={500}
            onChange={(event) => setLabel(event.target.value)}
          />
        </label>
      )}
      <NoteField
        words={words}
        links={links}
        mode={mode}
        body={body}
        onChange={setBody}
        onBlur={draft.keep}
        onWrite={() => setMode('write')}
      />
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

/** What the mark says now, where a draft was begun on an older version and says something else. */
function writtenSince(mark: PlacedMark | undefined, begunOn: number | undefined, body: string): string | undefined {
  if (mark === undefined || begunOn === undefined || mark.revision <= begunOn) return undefined;
  const now = mark.body ?? '';
  return now === body ? undefined : now;
}

function versionOf({ body, label, tags, color, state }: PlacedMark): NoteVersion {
  return { body: body ?? '', label, tags, color, state };
}

function stateOf(value: string): MarkState | null {
  return markStates.find((state) => state === value) ?? null;
}
