import { useCallback, useDeferredValue, useState } from 'react';
import { localized, neighbours, pathToChapter } from '../../core/book/contents.ts';
import type { Block, ChapterEntry } from '../../core/book/model.ts';
import { blockTools } from '../features/blocks/block-tools.tsx';
import { ChapterCards, type ChapterCard } from '../features/reading/ChapterCards.tsx';
import { BlockToolsContext } from '../features/reading/block-tools-context.ts';
import { ReadingFailure } from '../features/reading/ReadingFailure.tsx';
import { ReadingView } from '../features/reading/ReadingView.tsx';
import type { PlaceReport } from '../features/reading/use-placement.ts';
import { useMessages, useUiLanguage } from '../i18n/messages-context.ts';
import { languageName } from '../i18n/ui-language.ts';
import { progressed } from '../state/progress.ts';
import { shownChapterId } from '../state/reading.ts';
import { useAppState } from '../state/store-context.ts';
import { formatRoute } from './route.ts';
import { lazyPane } from './lazy-pane.tsx';
import type { Services } from './services.ts';

const FootnotePane = lazyPane(async () => (await import('./FootnotePane.tsx')).FootnotePane);
const TablesPane = lazyPane(async () => (await import('./TablesPane.tsx')).TablesPane);
const TermPane = lazyPane(async () => (await import('./TermPane.tsx')).TermPane);

export interface ReadingPaneProps {
  readonly services: Services;
}

/** The text with its ways on, connected with the state. */
export function ReadingPane({ services }: ReadingPaneProps) {
  const { reader, store, openLink } = services;
  const messages = useMessages();
  const uiLanguage = useUiLanguage();
  const manifest = useAppState((state) => state.reading.manifest);
  const shown = useAppState((state) => state.reading.shown);
  const lang = useAppState((state) => state.reading.lang);
  // What works on the text comes after it.
  const textShown = useDeferredValue(true, false);
  const [footnote, setFootnote] = useState<HTMLAnchorElement>();
  const closeFootnote = useCallback(() => setFootnote(undefined), []);
  const chapterId = shownChapterId(shown);
  const path = pathToChapter(manifest.contents, chapterId);
  const around = neighbours(manifest.contents, chapterId);

  const onPlace = useCallback(
    ({ place, currentBlockId }: PlaceReport) => {
      reader.placed(place, currentBlockId);
      const end = document.querySelector('article')?.getBoundingClientRect().bottom ?? Infinity;
      store.setState(({ progress }) => ({ progress: progressed(progress, place, end <= window.innerHeight) }));
    },
    [reader, store],
  );

  const bookId = manifest.id;
  const tools = useCallback(
    (block: Block) => blockTools(block, bookId, services.blockActions),
    [bookId, services.blockActions],
  );

  const card = (entry: ChapterEntry | undefined): ChapterCard | undefined =>
    entry && { chapterId: entry.id, title: localized(entry.title, lang, manifest.languages), lang };

  const part = path.find((entry) => entry.kind === 'part');
  const bilingual = useAppState((state) => state.reading.bilingual);
  const chapterLang = shown.kind === 'chapter' ? shown.chapter.lang : lang;

  return (
    <>
      {shown.kind === 'failure' ? (
        <ReadingFailure
          title={localized(path.at(-1)?.title ?? { [lang]: chapterId }, lang, manifest.languages)}
          failure={shown.failure}
          onRetry={() => void reader.retry()}
        />
      ) : (
        <BlockToolsContext value={tools}>
          <ReadingView
            bookId={manifest.id}
            chapter={shown.chapter}
            translation={shown.translation}
            bilingual={bilingual}
            placement={shown.placement}
            partTitle={part && localized(part.title, chapterLang, manifest.languages)}
            remark={
              chapterLang === lang && shown.translation?.kind !== 'none'
                ? undefined
                : messages.reading.onlyIn(languageName(chapterLang, uiLanguage))
            }
            onPlace={onPlace}
            onFollow={reader.follow}
            onFootnote={setFootnote}
            onRetryTranslation={() => void reader.retryTranslation()}
            onExternal={(url) => void openLink(url)}
          />
        </BlockToolsContext>
      )}
      {textShown && shown.kind === 'chapter' && <TermPane services={services} chapter={shown.chapter} />}
      {textShown && <TablesPane services={services} chapterId={chapterId} />}
      {footnote && <FootnotePane services={services} mark={footnote} onClose={closeFootnote} />}
      <ChapterCards
        previous={card(around.previous)}
        next={card(around.next)}
        hrefOf={(id) => formatRoute({ chapterId: id })}
        onOpen={(id) => void reader.open({ chapterId: id })}
      />
    </>
  );
}
