import type { PanelMessages } from '../../i18n/search.ts';
import type { PanelAnswer, SearchOutcome } from './result.ts';

/** What was found, in a sentence; and what was not. */
export function statusOf({ book, notes }: PanelAnswer, words: PanelMessages): string {
  if (notes.only) return notes.total === 0 ? words.noNotes : words.notesFound(notes.total);
  const ofBook = statusOfBook(book, words);
  return notes.total === 0 ? ofBook : words.notesToo(ofBook, notes.total);
}

function statusOfBook(
  { kind, total, exactTotal, otherScriptTotal, corrections }: SearchOutcome,
  words: PanelMessages,
): string {
  const corrected = corrections.map(({ typed, used }) => words.corrected(typed, used.join(' / '))).join(' ');
  switch (kind) {
    case 'nothing':
      return words.nothing;
    case 'near':
      return corrected === '' ? words.near(total) : corrected;
    case 'other-script':
      return words.inOtherScript(otherScriptTotal, total - otherScriptTotal);
    case 'other-name':
      return words.otherName(total);
    case 'exact':
      return words.found(exactTotal, total - exactTotal);
  }
}
