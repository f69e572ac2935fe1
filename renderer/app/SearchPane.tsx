import { useState } from 'react';
import { SearchPanel } from '../features/search/SearchPanel.tsx';
import type { NoteResult, SearchResult } from '../features/search/result.ts';
import { useUiLanguage } from '../i18n/messages-context.ts';
import { searchMessagesFor } from '../i18n/search.ts';
import type { SearchScope } from '../state/finding.ts';
import { useAppState } from '../state/store-context.ts';
import type { Services } from './services.ts';
import { queryOf, useSearch } from './use-search.ts';

export interface SearchPaneProps {
  readonly services: Services;
  readonly onClose: () => void;
}

/** The panel that searches the whole book, connected with the state. */
export function SearchPane({ services, onClose }: SearchPaneProps) {
  const { store, searching, marks, changeSettings, sayFailure } = services;
  const { search: words } = searchMessagesFor(useUiLanguage());
  const { input, scope } = useAppState((state) => state.finding.panel);
  const earlier = useAppState((state) => state.settings.searches);
  const [part, setPart] = useState<{ id: string; chapterIds: readonly string[] }>();
  const { answer, more } = useSearch(services, { input, scope }, part?.chapterIds);

  function ask(next: string, nextScope: SearchScope): void {
    setPart(undefined);
    store.setState(({ finding }) => ({ finding: { ...finding, panel: { input: next, scope: nextScope } } }));
  }

  /** The question is kept, and the panel goes; first: the browser gives the focus back, and then the new place takes it. */
  function leave(): void {
    const question = input.trim().slice(0, 200);
    changeSettings({ searches: [question, ...earlier.filter((one) => one !== question)].slice(0, 20) });
    onClose();
  }

  function open({ hit }: SearchResult): void {
    leave();
    searching()
      .then(({ finding }) => finding.follow(hit, queryOf(input, scope)))
      .catch(sayFailure);
  }

  function openNote({ hit }: NoteResult): void {
    const mark = store.getState().marks.list.find(({ id }) => id === hit.markId);
    leave();
    if (mark) {
      marks()
        .then((loaded) => loaded.show(mark))
        .catch(sayFailure);
    }
  }

  return (
    <SearchPanel
      words={words}
      input={input}
      scope={scope}
      question={queryOf(input, scope)}
      answer={answer}
      partId={part?.id}
      earlier={earlier}
      onAsk={ask}
      onPart={(id) => setPart(answer?.book.parts.find((one) => one.id === id))}
      onMore={more}
      onOpen={open}
      onOpenNote={openNote}
      onForget={() => changeSettings({ searches: [] })}
      onClose={onClose}
    />
  );
}
