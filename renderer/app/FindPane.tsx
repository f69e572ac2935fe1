import { useEffect } from 'react';
import { FindBar } from '../features/search/FindBar.tsx';
import { FindLayer } from '../features/search/FindLayer.tsx';
import { uncoverPlace } from '../features/search/find-marks.ts';
import { placeInChapter } from '../state/finding.ts';
import { shownChapterId } from '../state/reading.ts';
import { useAppState } from '../state/store-context.ts';
import type { Services } from './services.ts';
import { firstKey, useKeys } from './keys.ts';

export interface FindPaneProps {
  readonly services: Services;
}

/** The bar that goes from place to place, and the marks in the text, connected with the state. */
export function FindPane({ services }: FindPaneProps) {
  const { commands, mac, searching } = services;
  const { input, asked, summary, here, current } = useAppState((state) => state.finding);
  const chapterId = useAppState((state) => shownChapterId(state.reading.shown));
  const withFinding = (work: (finding: Awaited<ReturnType<typeof searching>>['finding']) => void): void =>
    void searching().then(({ finding }) => work(finding));
  const keys = useKeys(services);
  const at = summary && current !== undefined ? placeInChapter(summary, current) : undefined;

  const place = at?.chapterId === here.chapterId && here.chapterId === chapterId ? here.places[at.index] : undefined;
  useEffect(() => {
    if (place) uncoverPlace(window, place);
  }, [place]);

  useEffect(() => {
    // From the text, too: the bar's own keys reach only who stands in it.
    const onKeyDown = (event: KeyboardEvent): void => {
      const isOurs = !event.defaultPrevented && !event.isComposing && !document.querySelector('dialog:modal');
      if (event.key !== 'Escape' || !isOurs || document.activeElement?.matches('input, textarea, select')) return;
      void searching().then(({ finding }) => finding.end('return'));
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [searching]);

  return (
    <>
      <FindBar
        input={input}
        asked={asked}
        total={summary?.total}
        otherScript={summary?.otherScript ?? false}
        totalHere={here.places.length}
        current={current}
        keys={{
          next: firstKey(keys, commands['find.next'], mac),
          previous: firstKey(keys, commands['find.previous'], mac),
        }}
        onInput={(next) => withFinding((finding) => finding.change(next))}
        onStep={(direction) => withFinding((finding) => finding.step(direction))}
        onEnd={(how) => withFinding((finding) => finding.end(how))}
      />
      {here.chapterId === chapterId && here.places.length > 0 && (
        <FindLayer places={here.places} current={at?.chapterId === here.chapterId ? at.index : undefined} />
      )}
    </>
  );
}
