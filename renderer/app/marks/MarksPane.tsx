import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { sortMarks } from '../../../core/marks/select.ts';
import type { SelectedText } from '../../anchor/selected-text.ts';
import { MarkNotice } from '../../features/marks/MarkNotice.tsx';
import { HeadingRibbon } from '../../features/marks/HeadingRibbon.tsx';
import { MarkLayer } from '../../features/marks/MarkLayer.tsx';
import { NoteCard } from '../../features/marks/NoteCard.tsx';
import type { NoteLinks } from '../../features/marks/NoteText.tsx';
import { SelectionTools } from '../../features/marks/SelectionTools.tsx';
import { markMessagesFor } from '../../i18n/marks.ts';
import { useMessages, useUiLanguage } from '../../i18n/messages-context.ts';
import type { OpenNote } from '../../state/marks.ts';
import { useAppState } from '../../state/store-context.ts';
import { copy } from '../context/offering.ts';
import { printedKey } from '../keys.ts';
import { formatRoute } from '../route.ts';
import { lazyPane } from '../lazy-pane.tsx';
import { searchFor } from '../search-for.ts';
import { keptIn, troubleIn } from '../notes-folder/news.ts';
import { useNotesFolder } from '../notes-folder/use-notes-folder.ts';
import type { Services } from '../services.ts';
import type { Marks } from './marks.ts';
import { citationOf } from './citation.ts';
import { bookRank, placeName, placeOf } from './places.ts';
import { useReadingClock } from './use-reading-clock.ts';

const NotesFolderNotice = lazyPane(
  async () => (await import('../notes-folder/NotesFolderNotice.tsx')).NotesFolderNotice,
);
const MarksPagePane = lazyPane(
  async () => (await import('./MarksPagePane.tsx')).MarksPagePane,
  ({ store }) => store.setState(({ marks }) => ({ marks: { ...marks, panelOpen: false } })),
);

const noteModeKey = 'Mod+Shift+P';

export interface MarksPaneProps {
  readonly services: Services;
}

/** So long a button offers to take a deletion back; the command does so for good. */
const undoOfferedMs = 10_000;

const articleOf = (): HTMLElement | null => document.querySelector<HTMLElement>('main article');

/** Everything about marks on the page, connected with the state. Loaded after the first text. */
export function MarksPane({ services }: MarksPaneProps) {
  const [marks, setMarks] = useState<Marks>();
  const panelOpen = useAppState((state) => state.marks.panelOpen);
  useEffect(() => {
    // The list is on its way while its marks still are.
    if (panelOpen) MarksPagePane.fetchAhead();
  }, [panelOpen]);
  useEffect(() => {
    let isWanted = true;
    services.marks().then((ready) => {
      if (isWanted) setMarks(ready);
    }, services.sayFailure);
    return () => {
      isWanted = false;
    };
  }, [services]);
  return marks && <ReadyPane services={services} marks={marks} />;
}

function ReadyPane({ services, marks }: MarksPaneProps & { readonly marks: Marks }) {
  const { store } = services;
  const { close } = useMessages();
  const language = useUiLanguage();
  const meanings = useAppState((state) => state.settings.colorMeanings);
  const words = useMemo(() => markMessagesFor(language, meanings), [language, meanings]);
  const manifest = useAppState((state) => state.reading.manifest);
  const lang = useAppState((state) => state.reading.lang);
  const shown = useAppState((state) => state.reading.shown);
  const { list, coming, drafts, open, panelOpen } = useAppState((state) => state.marks);
  const rank = useMemo(() => bookRank(manifest, lang), [manifest, lang]);
  const place = useCallback(
    (at: { readonly chapterId: string; readonly blockId: string }) => placeName(manifest, lang, at),
    [manifest, lang],
  );
  const links = useMemo(
    (): NoteLinks => ({
      bookId: manifest.id,
      hrefOf: formatRoute,
      onFollow: (href) => {
        if (!href.startsWith('#')) return void services.openLink(href);
        store.setState((state) => ({ marks: { ...state.marks, panelOpen: false } }));
        services.reader.follow(href);
      },
    }),
    [services, store, manifest.id],
  );
  const chapter = shown.kind === 'chapter' ? shown.chapter : undefined;
  const chapterId = chapter?.id;
  const inChapter = useMemo(
    () =>
      sortMarks(
        list.filter((mark) => placeOf(mark)?.chapterId === chapterId),
        'book',
        rank,
      ),
    [list, chapterId, rank],
  );
  const translation = shown.kind === 'chapter' && shown.translation?.kind === 'chapter' ? shown.translation : undefined;
  const langs = useMemo(
    () => [...(chapter ? [chapter.lang] : []), ...(translation ? [translation.chapter.lang] : [])],
    [chapter, translation],
  );
  const aboutOf = ({ spot, quote }: OpenNote, mark: PlacedMark | undefined): string => {
    const quoted = mark?.anchor?.quote ?? quote;
    const target = mark?.target ?? spot?.target;
    if (target === 'book') return words.wholeBook;
    return target === 'section' ? words.onSection(quoted) : quoted;
  };
  const keepReads = useCallback<Parameters<typeof useReadingClock>[2]>((order) => void marks.saveReads(order), [marks]);
  useReadingClock(store, articleOf, keepReads);
  const synced = useAppState((state) => state.notices.synced);
  const openMark = open && list.find(({ id }) => id === open.id);

  const [folder] = useNotesFolder(services.host);
  const folderOpen = useAppState((state) => state.panels.notesFolderOpen);
  const hasFolderNews = folder !== undefined && (troubleIn(folder) !== undefined || keptIn(folder) > 0);

  const [deleted, setDeleted] = useState(0);
  useEffect(() => {
    if (deleted === 0) return;
    const timer = setTimeout(() => setDeleted(0), undoOfferedMs);
    return () => clearTimeout(timer);
  }, [deleted, list]);
  const remove = async (ids: readonly string[]): Promise<void> => {
    if (await marks.remove(ids)) setDeleted(ids.length);
  };

  const cite = (selected: SelectedText): void => {
    const citation = citationOf(selected, lang, services);
    if (citation !== undefined) copy(services, citation, 'textCopied');
  };

  return (
    <>
      {chapter && (
        <MarkLayer
          words={words}
          links={links}
          langs={langs}
          marks={inChapter}
          articleOf={articleOf}
          onOpen={marks.open}
        />
      )}
      {chapter && (
        <HeadingRibbon
          words={words}
          articleOf={articleOf}
          chapterId={chapter.id}
          onBookmark={(blockId) => void marks.toggleBookmark(blockId)}
          onMenu={(menuBlockId) => store.setState(({ panels }) => ({ panels: { ...panels, menuBlockId } }))}
        />
      )}
      <SelectionTools
        // What was selected is gone with the text it was in, and no event tells so.
        key={`${chapterId} ${langs.join()}`}
        words={words}
        articleOf={articleOf}
        onHighlight={(color) => void marks.highlight(color)}
        onNote={() => marks.note()}
        onCopy={({ text }) => copy(services, text, 'textCopied')}
        onCopyCited={cite}
        onSearch={({ text }) => searchFor(services, text)}
      />
      {open && (
        <NoteCard
          key={open.id}
          words={words}
          closeLabel={close}
          modeKey={printedKey(noteModeKey, services.mac)}
          links={links}
          mark={openMark}
          about={aboutOf(open, openMark)}
          aboutLang={openMark?.anchor?.lang ?? lang}
          body={open.body}
          begunOn={open.revision}
          isGone={open.spot === null && openMark === undefined && coming === 0}
          onDraft={(body, revision) => marks.saveDraft({ id: open.id, spot: open.spot, body, revision })}
          onDone={(content) => marks.finishNote(open, content)}
          onDelete={() => {
            void remove([open.id]);
            marks.closeNote();
          }}
          onRestore={() => void marks.save([{ do: 'restore', id: open.id }])}
          onLetGo={() => {
            void marks.saveDraft({ id: open.id, spot: null, body: '' });
            marks.closeNote();
          }}
        />
      )}
      {!open && drafts.length > 0 && (
        <MarkNotice
          text={words.draftFound(drafts.length)}
          actions={[
            { label: words.drop, run: () => drafts.forEach((draft) => void marks.saveDraft({ ...draft, body: '' })) },
            { label: words.goOn, run: marks.takeUpDraft },
          ]}
        />
      )}
      {!open && !panelOpen && deleted > 0 && (
        <MarkNotice
          text={words.deleted(deleted)}
          actions={[{ label: words.undo, run: () => void marks.turn('undo').then(() => setDeleted(0)) }]}
        />
      )}
      {synced && !open && !panelOpen && drafts.length === 0 && deleted === 0 && (
        <MarkNotice
          text={words.synced(synced.service, synced.folder)}
          actions={[
            {
              label: words.understood,
              run: () => {
                store.setState(({ notices }) => ({ notices: { ...notices, synced: undefined } }));
                services.changeSettings({ toldOfSync: true });
              },
            },
          ]}
        />
      )}
      {hasFolderNews && (
        <NotesFolderNotice
          services={services}
          state={folder}
          isQuiet={
            open !== undefined || panelOpen || folderOpen || drafts.length > 0 || deleted > 0 || synced !== undefined
          }
        />
      )}
      {panelOpen && (
        <MarksPagePane services={services} marks={marks} links={links} rank={rank} placeOf={place} onDelete={remove} />
      )}
    </>
  );
}
