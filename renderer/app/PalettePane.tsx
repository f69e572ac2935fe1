import { useEffect, useMemo, useState } from 'react';
import type { FigureEntry, Term } from '../../core/book/model.ts';
import { Palette } from '../features/palette/Palette.tsx';
import { useUiLanguage } from '../i18n/messages-context.ts';
import { shownChapterId } from '../state/reading.ts';
import { useAppState } from '../state/store-context.ts';
import {
  addressItem,
  bookItems,
  commandItems,
  figureItems,
  termItems,
  type BookItemsOptions,
} from './palette-items.ts';
import { recentItems } from './recent-items.ts';
import { useTextRows } from './use-text-rows.ts';
import type { Services } from './services.ts';
import { shortcutKeys } from '../../core/keys/shortcut.ts';
import { useKeys } from './keys.ts';

export interface PalettePaneProps {
  readonly services: Services;
  readonly onClose: () => void;
}

/** The palette, connected with book and commands. Loaded when it is asked for: no text waits for it. */
export function PalettePane({ services, onClose }: PalettePaneProps) {
  const { commands, history, host, mac, reader, terms: readTerms } = services;
  const uiLanguage = useUiLanguage();
  const keys = useKeys(services);
  const manifest = useAppState((state) => state.reading.manifest);
  const lang = useAppState((state) => state.reading.lang);
  const currentChapterId = useAppState((state) => shownChapterId(state.reading.shown));
  const bookId = manifest.id;
  const [terms, setTerms] = useState<readonly Term[]>([]);
  const [figures, setFigures] = useState<readonly FigureEntry[]>([]);

  useEffect(() => {
    let wanted = true;
    void readTerms().then((found) => {
      if (wanted) setTerms(found);
    });
    void host['book:figures']({ bookId }).then((found) => {
      if (wanted && found.ok) setFigures(found.value.figures);
    });
    return () => {
      wanted = false;
    };
  }, [readTerms, host, bookId]);

  const [items, recent, itemOf] = useMemo(() => {
    const options: BookItemsOptions = {
      manifest,
      lang,
      currentChapterId,
      open: (route) => void reader.open(route),
    };
    const places = bookItems(options);
    const others = Object.values(commands).filter(({ id }) => id !== 'palette.open');
    const all = [
      ...places,
      ...termItems(terms, options),
      ...figureItems(figures, places, options),
      ...commandItems(others, uiLanguage, ({ id }) => {
        const first = keys[id]?.[0];
        return first === undefined ? undefined : shortcutKeys(first, mac);
      }),
    ];
    return [all, recentItems(history.trail(), places), (query: string) => addressItem(query, places, options)];
  }, [manifest, lang, currentChapterId, reader, commands, terms, figures, uiLanguage, keys, mac, history]);

  const [text, onQuery] = useTextRows(services);

  return <Palette items={items} recent={recent} itemOf={itemOf} text={text} onQuery={onQuery} onClose={onClose} />;
}
