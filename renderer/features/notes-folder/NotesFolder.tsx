import { useId } from 'react';
import type { NotesFile, NotesFolderState, NotesProblem } from '../../../core/contract/notes-folder.ts';
import type { NotesFolderMessages } from '../../i18n/notes-folder.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './NotesFolder.module.css';

export interface NotesFolderProps {
  readonly words: NotesFolderMessages;
  readonly state: NotesFolderState;
  readonly dateOf: (ms: number) => string;
  /** A folder that was chosen and will not do. */
  readonly unfit: NotesProblem | undefined;
  /** Whether the host has no dialog to choose a folder in. */
  readonly byCommand: boolean;
  /** What is going on, or was done last; empty before anything. */
  readonly said: string;
  readonly onChoose: () => void;
  readonly onWrite: () => void;
  readonly onLeave: () => void;
}

/** The command for whoever reads in a browser; the folder is an example. */
const command = 'npm start -- --notes-folder DIR';

/** The folder that notes are kept in as Markdown files: what it is for, how it stands, what can be done. */
export function NotesFolder(props: NotesFolderProps) {
  const { words, state, dateOf, unfit, byCommand, said, onChoose, onWrite, onLeave } = props;
  const { folder, files, problem, writtenAt } = state;
  const folderId = useId();
  return (
    <div className={styles.panel}>
      {folder === null && <p>{words.what}</p>}
      <p>{words.yours}</p>
      {folder !== null && (
        <section className={styles.folder} aria-labelledby={folderId}>
          <h3 id={folderId}>
            <span className="visually-hidden">{words.folder} </span>
            <bdi>{folder}</bdi>
          </h3>
          <p className={styles.soft}>{writtenAt === null ? words.notYet : words.writtenAt(dateOf(writtenAt))}</p>
          {problem && <Trouble>{words.problems[problem]}</Trouble>}
          {files.length === 0 && !problem && <p className={styles.soft}>{words.noMarks}</p>}
          <ul className={styles.files}>
            {files.map((file) => (
              <FileRow key={file.bookId} words={words} file={file} />
            ))}
          </ul>
        </section>
      )}
      {unfit && <Trouble>{words.problems[unfit]}</Trouble>}
      {byCommand && (
        <p>
          {words.byCommand}
          <code className={styles.command} lang="en">
            {command}
          </code>
        </p>
      )}
      <p className={styles.soft}>{words.safe}</p>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <div className={styles.actions}>
        {folder !== null && <Button onClick={onLeave}>{words.leave}</Button>}
        {!byCommand && (
          <Button tone={folder === null ? 'primary' : 'plain'} onClick={onChoose}>
            {folder === null ? words.choose : words.chooseOther}
          </Button>
        )}
        {folder !== null && (
          <Button tone="primary" onClick={onWrite}>
            {words.writeNow}
          </Button>
        )}
      </div>
    </div>
  );
}

function FileRow({ words, file }: { readonly words: NotesFolderMessages; readonly file: NotesFile }) {
  return (
    <li>
      <div className={styles.row}>
        <bdi className={styles.name}>{file.name}</bdi>
        <span className={styles.soft}>{words.marks(file.marks)}</span>
      </div>
      {file.problem && <Trouble>{words.problems[file.problem]}</Trouble>}
      {file.kept > 0 && <p className={styles.remark}>{words.kept(file.kept)}</p>}
      {file.foreign > 0 && <p className={styles.remark}>{words.foreign(file.foreign)}</p>}
    </li>
  );
}

function Trouble({ children }: { readonly children: string }) {
  return <p className={styles.trouble}>{children}</p>;
}
