/** The channels of the reader's folder of notes. */
import type { Handlers } from '../../../core/contract/channels.ts';
import { success } from '../../../core/contract/result.ts';
import type { NotesFolder } from './notes-folder.ts';

type NotesChannels = 'notes:folder' | 'notes:choose' | 'notes:write' | 'notes:leave';

/** Asks the reader for a folder: its path, nothing where none was chosen, `ask` where the host has no such dialog. */
export type ChooseFolder = () => Promise<{ readonly path: string } | 'declined' | 'ask'>;

export function notesHandlers(notes: NotesFolder, chooseFolder: ChooseFolder): Pick<Handlers, NotesChannels> {
  return {
    'notes:folder': () => Promise.resolve(success(notes.state())),
    'notes:choose': async () => {
      const chosen = await chooseFolder();
      if (typeof chosen === 'string') return success({ outcome: chosen, problem: null, state: notes.state() });
      const done = await notes.choose(chosen.path);
      if (!done.ok) return done;
      const outcome = done.value === undefined ? 'chosen' : 'unfit';
      return success({ outcome, problem: done.value ?? null, state: notes.state() });
    },
    'notes:write': async () => {
      await notes.write();
      return success(notes.state());
    },
    'notes:leave': () => {
      const left = notes.leave();
      return Promise.resolve(left.ok ? success(notes.state()) : left);
    },
  };
}
