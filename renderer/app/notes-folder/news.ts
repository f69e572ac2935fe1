/** What a reader should be told of the folder of notes. */
import type { NotesFolderState } from '../../../core/contract/notes-folder.ts';

/** What is wrong, as a name that another trouble does not have; undefined where nothing is. */
export function troubleIn({ problem, files }: NotesFolderState): string | undefined {
  const own = files.flatMap((file) => (file.problem === null ? [] : [`${file.bookId}:${file.problem}`]));
  const all = [...(problem === null ? [] : [problem]), ...own];
  return all.length === 0 ? undefined : all.join(',');
}

/** Passages that were changed on both sides. */
export function keptIn({ files }: NotesFolderState): number {
  return files.reduce((sum, file) => sum + file.kept, 0);
}
