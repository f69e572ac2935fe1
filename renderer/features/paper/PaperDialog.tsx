import { useId, type ReactNode } from 'react';
import { flattenChapters } from '../../../core/book/contents.ts';
import type { BookManifest } from '../../../core/book/model.ts';
import {
  paperMarks,
  paperPoints,
  paperScopes,
  paperSizes,
  paperTexts,
  type PaperChoice,
  type PaperText,
} from '../../../core/paper/choice.ts';
import { useUiLanguage } from '../../i18n/messages-context.ts';
import { languageName } from '../../i18n/ui-language.ts';
import type { PaperMessages } from '../../i18n/paper.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { ChapterTree } from './ChapterTree.tsx';
import styles from './PaperDialog.module.css';

export interface PaperDialogProps {
  readonly words: PaperMessages;
  readonly closeLabel: string;
  readonly manifest: Pick<BookManifest, 'id' | 'contents' | 'languages'>;
  /** Language of the text that is read. */
  readonly lang: string;
  readonly choice: PaperChoice;
  readonly onChange: (choice: PaperChoice) => void;
  readonly onPrint: () => void;
  readonly onPdf: () => void;
  readonly onEpub: () => void;
  readonly onClose: () => void;
  /** What is going on instead of a choice; `onGoOn` where the reader has to say so, `onStop` where it can be stopped. */
  readonly busy: { readonly text: string; readonly onGoOn?: () => void; readonly onStop?: () => void } | undefined;
}

/** What goes on paper, and how. */
export function PaperDialog(props: PaperDialogProps) {
  const { words, closeLabel, manifest, lang, choice, onChange, busy, onClose } = props;
  const uiLanguage = useUiLanguage();
  const set = (patch: Partial<PaperChoice>): void => onChange({ ...choice, ...patch });
  const chosen = new Set(choice.chapters[manifest.id] ?? []);
  const nothing = choice.scope === 'chapters' && !flattenChapters(manifest.contents).some(({ id }) => chosen.has(id));
  const other = manifest.languages.find((one) => one !== lang);
  const nameOf = (text: PaperText): { label: string; lang?: string } => {
    if (text === 'side' || text === 'stacked') return { label: words.both[text] };
    return { label: languageName(text === 'shown' ? lang : (other ?? lang), uiLanguage) };
  };
  const at = paperPoints.findIndex((points) => points >= choice.points);
  const resize = (by: number) => {
    const points = paperPoints[at + by];
    return points === undefined ? undefined : () => set({ points });
  };

  if (busy) {
    return (
      <Dialog title={words.title} closeLabel={closeLabel} onClose={busy.onStop ?? onClose}>
        <p role="status" className={styles.busy}>
          {busy.text}
        </p>
        <div className={styles.footer}>
          {busy.onStop && <Button onClick={busy.onStop}>{words.stop}</Button>}
          {busy.onGoOn && (
            <Button tone="primary" onClick={busy.onGoOn}>
              {words.goOn}
            </Button>
          )}
        </div>
      </Dialog>
    );
  }

  return (
    <Dialog title={words.title} closeLabel={closeLabel} onClose={onClose}>
      <Row label={words.scope}>
        {(labelledBy) => (
          <Choice
            labelledBy={labelledBy}
            value={choice.scope}
            options={paperScopes.map((value) => ({ value, label: words.scopes[value] }))}
            onChange={(scope) => set({ scope })}
          />
        )}
      </Row>
      {choice.scope === 'chapters' && (
        <ChapterTree
          words={words}
          contents={manifest.contents}
          lang={lang}
          languages={manifest.languages}
          chosen={chosen}
          onChange={(next) => set({ chapters: { ...choice.chapters, [manifest.id]: [...next] } })}
        />
      )}
      {other !== undefined && (
        <Row label={words.text}>
          {(labelledBy) => (
            <Choice
              labelledBy={labelledBy}
              value={choice.text}
              options={paperTexts.map((value) => ({ value, ...nameOf(value) }))}
              onChange={(text) => set({ text })}
            />
          )}
        </Row>
      )}
      <Row label={words.marks}>
        {(labelledBy) => (
          <Choice
            labelledBy={labelledBy}
            value={choice.marks}
            options={paperMarks.map((value) => ({ value, label: words.markChoices[value] }))}
            onChange={(marks) => set({ marks })}
          />
        )}
      </Row>
      <Row label={words.size}>
        {(labelledBy) => (
          <Choice
            labelledBy={labelledBy}
            value={choice.size}
            options={paperSizes.map((value) => ({ value, label: words.sizes[value] }))}
            onChange={(size) => set({ size })}
          />
        )}
      </Row>
      <Row label={words.points}>
        {(labelledBy) => (
          <Stepper
            labelledBy={labelledBy}
            value={words.pointsShown(choice.points)}
            lessLabel={words.smaller}
            moreLabel={words.larger}
            onLess={resize(-1)}
            onMore={resize(1)}
          />
        )}
      </Row>
      {choice.scope !== 'chapter' && (
        <Row label={words.contents}>
          {(labelledBy) => (
            <Choice
              labelledBy={labelledBy}
              value={choice.contents ? 'on' : 'off'}
              options={[
                { value: 'on', label: words.on },
                { value: 'off', label: words.off },
              ]}
              onChange={(value) => set({ contents: value === 'on' })}
            />
          )}
        </Row>
      )}
      <p className={styles.hint}>{words.epubHint}</p>
      <div className={styles.footer}>
        {nothing && (
          <p role="status" className={styles.nothing}>
            {words.nothingChosen}
          </p>
        )}
        <Button onClick={props.onEpub}>{words.epub}</Button>
        {!nothing && <Button onClick={props.onPdf}>{words.pdf}</Button>}
        {!nothing && (
          <Button tone="primary" onClick={props.onPrint}>
            {words.print}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: (labelId: string) => ReactNode }) {
  const labelId = useId();
  return (
    <div className={styles.row}>
      <span id={labelId} className={styles.label}>
        {label}
      </span>
      {children(labelId)}
    </div>
  );
}
