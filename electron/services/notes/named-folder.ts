/** A folder of notes that the command line names: chosen as in the window, once the window is there. */
import { resolve } from 'node:path';
import type { NotesProblem } from '../../../core/contract/notes-folder.ts';
import type { NotesFolder } from './notes-folder.ts';

/** What is to be said in the terminal; undefined where all is well. `here` is where a relative path begins. */
export async function chooseNamedFolder(
  notes: Pick<NotesFolder, 'choose' | 'isChosen'>,
  named: string,
  here: string,
): Promise<string | undefined> {
  const path = resolve(here, named);
  if (notes.isChosen(path)) return undefined;
  const done = await notes.choose(path);
  if (!done.ok) return `recto: ${done.error.code}: ${Object.values(done.error.details).join(', ')}`;
  return done.value === undefined ? undefined : `recto: --notes-folder ${path}: ${sentenceOf(done.value)}`;
}

function sentenceOf(problem: NotesProblem): string {
  return problem === 'own-data'
    ? 'this is Recto’s own data folder. Name another.'
    : 'there is no such folder. Make it first: Recto makes none.';
}
