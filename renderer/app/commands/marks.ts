/** Bookmarks, highlights and notes. */
import { always, type Command } from './command.ts';

export type MarksCommandId =
  | 'mark.bookmark'
  | 'mark.highlight'
  | 'mark.note'
  | 'mark.next'
  | 'mark.previous'
  | 'marks.show'
  | 'marks.folder'
  | 'marks.undo'
  | 'marks.redo'
  | 'section.read';

export interface MarksActions {
  readonly hasText: () => boolean;
  readonly toggleBookmark: () => void;
  readonly highlight: () => void;
  readonly writeNote: () => void;
  readonly stepMark: (direction: 'next' | 'previous') => void;
  readonly showMarks: () => void;
  readonly showNotesFolder: () => void;
  readonly canTurnMarks: (direction: 'undo' | 'redo') => boolean;
  readonly toggleRead: () => void;
  readonly turnMarks: (direction: 'undo' | 'redo') => void;
}

export function marksCommands(actions: MarksActions, mac: boolean): Command<MarksCommandId>[] {
  return [
    {
      id: 'mark.bookmark',
      labelKey: 'markBookmark',
      shortcuts: ['Mod+D'],
      isAvailable: actions.hasText,
      run: actions.toggleBookmark,
    },
    {
      id: 'mark.highlight',
      labelKey: 'markHighlight',
      shortcuts: ['H'],
      isAvailable: actions.hasText,
      run: actions.highlight,
    },
    {
      id: 'mark.note',
      labelKey: 'markNote',
      shortcuts: ['N'],
      isAvailable: actions.hasText,
      run: actions.writeNote,
    },
    {
      id: 'mark.next',
      labelKey: 'markNext',
      shortcuts: ['Shift+J'],
      isAvailable: actions.hasText,
      run: () => actions.stepMark('next'),
    },
    {
      id: 'mark.previous',
      labelKey: 'markPrevious',
      shortcuts: ['Shift+K'],
      isAvailable: actions.hasText,
      run: () => actions.stepMark('previous'),
    },
    {
      id: 'marks.show',
      labelKey: 'marksShow',
      shortcuts: ['M'],
      isAvailable: always,
      run: actions.showMarks,
    },
    {
      id: 'marks.folder',
      labelKey: 'notesFolder',
      shortcuts: [],
      isAvailable: always,
      run: actions.showNotesFolder,
    },
    {
      id: 'marks.undo',
      labelKey: 'marksUndo',
      shortcuts: ['Mod+Z'],
      isAvailable: () => actions.canTurnMarks('undo'),
      run: () => actions.turnMarks('undo'),
    },
    {
      id: 'marks.redo',
      labelKey: 'marksRedo',
      shortcuts: ['Mod+Shift+Z', ...(mac ? [] : ['Mod+Y'])],
      isAvailable: () => actions.canTurnMarks('redo'),
      run: () => actions.turnMarks('redo'),
    },
    {
      id: 'section.read',
      labelKey: 'sectionRead',
      shortcuts: ['R'],
      isAvailable: actions.hasText,
      run: actions.toggleRead,
    },
  ];
}
