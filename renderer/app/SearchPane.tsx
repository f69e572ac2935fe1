import { useEffect, useState } from 'react';
import type { Answer } from '../../core/search/search.ts';
import { SearchPanel } from '../features/search/SearchPanel.tsx';
import type { SearchResult } from '../features/search/result.ts';
import type { SearchScope } from '../state/finding.ts';
import { useAppState } from '../state/store-context.ts';
import { toOutcome } from './search-outcome.ts';
import type { Services } from './services.ts';

export interface SearchPaneProps {
  readonly services: Services;
  readonly onClose: () => void;
}

/** Results that are shown at first, and how many more each time. */
const step = 100;

/** The panel that searches the whole book, connected with the state. */
export function SearchPane({ services, onClose }: SearchPaneProps) {
  const { store, searching, changeSettings, sayFailure } = services;
  const manifest = useAppState((state) => state.reading.manifest);
  const lang = useAppState((state) => state.reading.lang);
  const both = useAppState((state) => state.reading.bilingual !== 'off');
  const { input, scope } = useAppState((state) => state.finding.panel);
  const earlier = useAppState((state) => state.settings.searches);
  const [part, setPart] = useState<{ id: string; chapterIds: readonly string[] }>();
  const [limit, setLimit] = useState(step);
  const [answers, setAnswers] = useState<readonly Answer[]>();

  useEffect(() => {
    let wanted = true;
    if (input.trim() === '') return;
    const question = {
      input: scope === 'all' ? input : `${input} in:${scope}`,
      languages: both ? [] : [lang],
      limit,
      chapterIds: part?.chapterIds,
    };
    searching()
      .then(async ({ client }) => {
        const found = await client.search(question);
        if (wanted) setAnswers(found);
      })
      .catch(sayFailure);
    return () => {
      wanted = false;
    };
  }, [input, scope, both, lang, limit, part, searching, sayFailure]);

  const outcome = input.trim() === '' || !answers ? undefined : toOutcome(answers, manifest, lang);

  function ask(next: string, nextScope: SearchScope): void {
    setPart(undefined);
    setLimit(step);
    store.setState(({ finding }) => ({ finding: { ...finding, panel: { input: next, scope: nextScope } } }));
  }

  function open({ hit }: SearchResult): void {
    const question = input.trim().slice(0, 200);
    changeSettings({ searches: [question, ...earlier.filter((one) => one !== question)].slice(0, 20) });
    // First closed: the browser gives the focus back, and then the new place takes it.
    onClose();
    void searching().then(({ finding }) => finding.follow(hit, scope === 'all' ? input : `${input} in:${scope}`));
  }

  return (
    <SearchPanel
      input={input}
      scope={scope}
      outcome={outcome}
      partId={part?.id}
      earlier={earlier}
      onAsk={ask}
      onPart={(id) => {
        setLimit(step);
        setPart(outcome?.parts.find((one) => one.id === id));
      }}
      onMore={() => setLimit(limit + step)}
      onOpen={open}
      onForget={() => changeSettings({ searches: [] })}
      onClose={onClose}
    />
  );
}
