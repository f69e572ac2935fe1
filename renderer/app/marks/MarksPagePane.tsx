import { useCallback, useEffect, useMemo, useState } from 'react';
import { flattenChapters, localized } from '../../../core/book/contents.ts';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import type { BookRank } from '../../../core/marks/select.ts';
import type { Patch } from '../../features/marks/BulkBar.tsx';
import { ColorMeaningFields } from '../../features/marks/ColorMeaningFields.tsx';
import { Exchange } from '../../features/marks/Exchange.tsx';
import { MarkBin } from '../../features/marks/MarkBin.tsx';
import type { EntryContext } from '../../features/marks/MarkEntry.tsx';
import { MarksPage, type MarksTab } from '../../features/marks/MarksPage.tsx';
import type { NoteLinks } from '../../features/marks/NoteText.tsx';
import { markListMessagesFor } from '../../i18n/mark-list.ts';
import { markMessagesFor } from '../../i18n/marks.ts';
import { useMessages, useUiLanguage } from '../../i18n/messages-context.ts';
import { languageName } from '../../i18n/ui-language.ts';
import { useAppState } from '../../state/store-context.ts';
import { Button } from '../../ui/Button.tsx';
import { firstKey, useKeys } from '../keys.ts';
import type { Services } from '../services.ts';
import { useMedia } from '../use-media.ts';
import { importReport } from './import-report.ts';
import type { Marks } from './marks.ts';
import { useLargeWork } from './use-large-work.ts';

export interface MarksPagePaneProps {
  readonly services: Services;
  readonly marks: Marks;
  readonly links: NoteLinks;
  readonly rank: BookRank<PlacedMark>;
  readonly placeOf: EntryContext['placeOf'];
  readonly onDelete: (ids: readonly string[]) => Promise<void>;
}

/** The facets stand beside the list (MarksPage.module.css). */
const roomForFacets = '(min-width: 48.01em)';

/** The list of all marks and the bin, connected with the state. Fetched when it is first opened. */
export function MarksPagePane({ services, marks, links, rank, placeOf, onDelete }: MarksPagePaneProps) {
  const { store, commands, mac } = services;
  const keys = useKeys(services);
  const facetsOpen = useMedia(roomForFacets);
  const messages = useMessages();
  const language = useUiLanguage();
  const meanings = useAppState((state) => state.settings.colorMeanings);
  const words = useMemo(() => markMessagesFor(language, meanings), [language, meanings]);
  const listWords = markListMessagesFor(language);
  const manifest = useAppState((state) => state.reading.manifest);
  const lang = useAppState((state) => state.reading.lang);
  const { list, coming, history } = useAppState((state) => state.marks);
  const announcement = useAppState((state) => state.notices.announcement);
  const [before] = useState(announcement);
  const [tab, setTab] = useState<MarksTab>('marks');
  const [bin, setBin] = useState<readonly PlacedMark[]>();
  const [now] = useState(() => Date.now());
  const dates = useMemo(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }), [language]);

  const close = useCallback(
    (): void => store.setState((state) => ({ marks: { ...state.marks, panelOpen: false } })),
    [store],
  );

  // What is in the list and what is in the bin change together.
  useEffect(() => {
    if (tab !== 'bin') return;
    let isWanted = true;
    void marks.bin().then((found) => {
      if (isWanted && found) setBin(found);
    });
    return () => {
      isWanted = false;
    };
  }, [marks, tab, list]);

  const names = useMemo(
    () => ({
      chapters: flattenChapters(manifest.contents).map(({ id, title }) => ({
        id,
        title: localized(title, lang, manifest.languages),
        lang: title[lang] === undefined ? (manifest.languages[0] ?? lang) : lang,
      })),
      languages: manifest.languages.map((one) => ({ lang: one, name: languageName(one, language) })),
    }),
    [manifest, lang, language],
  );

  const { working, during } = useLargeWork(services.sayFailure);

  const patch = (some: readonly PlacedMark[], patchOf: (mark: PlacedMark) => Patch): void =>
    during(some.length, () =>
      marks.save(
        some.map((mark) => {
          const { tags, ...rest } = patchOf(mark);
          const change = { ...rest, ...(tags ? { tags: [...tags] } : {}) };
          return { do: 'edit' as const, id: mark.id, revision: mark.revision, patch: change };
        }),
      ),
    );

  const context: EntryContext = {
    words,
    listWords,
    links,
    placeOf,
    dateOf: (ms) => dates.format(ms),
    onGo: (mark) => {
      close();
      void marks.show(mark);
    },
    onOpen: (mark) => {
      close();
      marks.open(mark);
    },
    onRename: (mark, label) => void marks.rename(mark, label),
    onPut: (mark, { chapterId, range }) =>
      void marks.save([
        {
          do: 'edit',
          id: mark.id,
          revision: mark.revision,
          patch: {},
          spot: { target: 'text', chapterId, lang: mark.anchor?.lang ?? lang, range },
        },
      ]),
  };

  return (
    <MarksPage
      context={context}
      closeLabel={messages.close}
      facetsOpen={facetsOpen}
      keys={{
        bookmark: firstKey(keys, commands['mark.bookmark'], mac),
        note: firstKey(keys, commands['mark.note'], mac),
      }}
      names={names}
      marks={list}
      coming={coming}
      rank={rank}
      said={working !== undefined ? words.working(working) : announcement === before ? '' : announcement.text}
      can={{ undo: history.undo !== null, redo: history.redo !== null }}
      tab={tab}
      onTab={setTab}
      onTurn={(direction) => during(history[direction]?.count ?? 0, () => marks.turn(direction))}
      onPatch={patch}
      onDelete={(some) => during(some.length, () => onDelete(some.map(({ id }) => id)))}
      onNote={(on) => {
        close();
        marks.noteOn(on);
      }}
      onClose={close}
      bin={
        bin && (
          <MarkBin
            context={context}
            closeLabel={messages.close}
            marks={bin}
            nowMs={now}
            onRestore={(some) =>
              during(some.length, () =>
                marks.restore(
                  some.map(({ id }) => id),
                  listWords.restored(some.length),
                ),
              )
            }
            onErase={(some) =>
              during(some.length, async () => {
                const gone = new Set(some.map(({ id }) => id));
                const isErased = await marks.erase([...gone], listWords.erased(some.length));
                if (isErased) setBin(bin.filter(({ id }) => !gone.has(id)));
              })
            }
          />
        )
      }
    >
      <Button
        onClick={() => {
          close();
          store.setState(({ panels }) => ({ panels: { ...panels, notesFolderOpen: true } }));
        }}
      >
        {listWords.notesFolder}
      </Button>
      <ColorMeaningFields
        words={words}
        names={markMessagesFor(language).colors}
        meanings={meanings}
        onChange={(colorMeanings) => services.changeSettings({ colorMeanings })}
      />
      <Exchange
        words={words}
        bookId={manifest.id}
        canExport={list.length > 0}
        onExport={(format) => void marks.exportAs(format)}
        onImport={async (text, take) => importReport(language, messages, await marks.importText(text, take))}
      />
    </MarksPage>
  );
}
