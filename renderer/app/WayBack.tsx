import { useEffect, useState } from 'react';
import { flattenChapters, localized } from '../../core/book/contents.ts';
import type { BookManifest } from '../../core/book/model.ts';
import type { TrailPoint } from '../../core/contract/trail.ts';
import { useMessages } from '../i18n/messages-context.ts';
import { useAppState } from '../state/store-context.ts';
import type { Services } from './services.ts';
import { firstKey, useKeys } from './keys.ts';
import styles from './WayBack.module.css';

export interface WayBackProps {
  readonly services: Services;
}

const offeredMs = 10_000;

/** After a jump: the way back to where one was, for some seconds; it stays while one points at it. Loaded after the first text. */
export function WayBack({ services }: WayBackProps) {
  const { store, commands, mac } = services;
  const messages = useMessages();
  const keys = useKeys(services);
  const from = useAppState((state) => state.panels.cameFrom);
  const manifest = useAppState((state) => state.reading.manifest);
  const lang = useAppState((state) => state.reading.lang);
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (!from || held) return;
    const end = (): void => store.setState(({ panels }) => ({ panels: { ...panels, cameFrom: undefined } }));
    const timer = setTimeout(end, offeredMs);
    const stopListening = services.history.onMove(end);
    return () => {
      clearTimeout(timer);
      stopListening();
    };
  }, [from, held, store, services.history]);

  const back = commands['history.back'];
  if (!from || !back.isAvailable()) return null;
  const key = firstKey(keys, back, mac);
  return (
    <aside className={styles.wayBack} aria-label={messages.commands.historyBack}>
      <button
        type="button"
        onClick={back.run}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        <span>{messages.reading.backTo(titleOf(from, manifest, lang))}</span>
        {key !== undefined && <kbd>{key}</kbd>}
      </button>
    </aside>
  );
}

/** The heading one was under, with its chapter; the chapter alone where one was above the first. */
function titleOf({ chapterId, targetId, place }: TrailPoint, manifest: BookManifest, lang: string): string {
  const chapter = flattenChapters(manifest.contents).find(({ id }) => id === chapterId);
  if (!chapter) return chapterId;
  const sectionId = place ? place.blockId.slice(0, place.blockId.lastIndexOf('.')) : targetId;
  const headings = chapter.headings[lang] ?? Object.values(chapter.headings)[0] ?? [];
  const heading = headings.find(({ id }) => id === sectionId);
  return [localized(chapter.title, lang, manifest.languages), ...(heading ? [heading.title] : [])].join(' › ');
}
