import { useDeferredValue, useEffect } from 'react';
import { measureOf } from '../state/reading.ts';
import { useAppState } from '../state/store-context.ts';
import { useMessages } from '../i18n/messages-context.ts';
import styles from './Shell.module.css';
import { ContentsPane } from './ContentsPane.tsx';
import { listenForContextMenus } from './context/context-menu.ts';
import { Dialogs } from './Dialogs.tsx';
import { lazyPane } from './lazy-pane.tsx';
import { Notices } from './Notices.tsx';
import { ReadingPane } from './ReadingPane.tsx';
import type { Services } from './services.ts';
import { TopBar } from './TopBar.tsx';
import { useEscape } from './use-escape.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { Theme } from '../../core/contract/theme.ts';
import { useMedia, wideWindow } from './use-media.ts';

const LinkCardPane = lazyPane(async () => (await import('./LinkCardPane.tsx')).LinkCardPane);
const WayBack = lazyPane(async () => (await import('./WayBack.tsx')).WayBack);
const MarksPane = lazyPane(async () => (await import('./marks/MarksPane.tsx')).MarksPane);
const BlockMenu = lazyPane(
  async () => (await import('./BlockMenu.tsx')).BlockMenu,
  ({ store }) => store.setState(({ panels }) => ({ panels: { ...panels, menuBlockId: undefined } })),
);
const FindPane = lazyPane(
  async () => (await import('./FindPane.tsx')).FindPane,
  ({ store }) => store.setState(({ finding }) => ({ finding: { ...finding, open: false } })),
);
const ContextMenuPane = lazyPane(
  async () => (await import('./context/ContextMenuPane.tsx')).ContextMenuPane,
  ({ store }) => store.setState(({ panels }) => ({ panels: { ...panels, contextMenu: undefined } })),
);

export interface ShellProps {
  readonly services: Services;
  readonly theme: Theme;
}

/** The places of the window: bar above, contents left, text in the middle. */
export function Shell({ services, theme }: ShellProps) {
  const messages = useMessages();
  const wide = useMedia(wideWindow);
  const contentsOpen = useAppState((state) => state.settings.contentsOpen);
  const drawerOpen = useAppState((state) => state.panels.drawerOpen);
  const menuBlockId = useAppState((state) => state.panels.menuBlockId);
  const contextMenu = useAppState((state) => state.panels.contextMenu);
  const findOpen = useAppState((state) => state.finding.open);
  const textAlone = useAppState((state) => state.panels.textAlone);
  useEffect(() => listenForContextMenus(document, services), [services]);
  useEscape(textAlone, services.commands['text.alone'].run);
  const announcement = useAppState((state) => state.notices.announcement);
  const measure = useAppState((state) => measureOf(state.reading));
  // The text comes first; what stands around it is drawn right after.
  const textShown = useDeferredValue(true, false);

  return (
    <div
      className={styles.shell}
      data-contents={wide && contentsOpen && !textAlone ? 'beside' : 'away'}
      data-text-alone={textAlone || undefined}
    >
      <a
        className={styles.skip}
        href="#text"
        onClick={(event) => {
          // The address belongs to the place in the book.
          event.preventDefault();
          document.getElementById('text')?.focus();
        }}
      >
        {messages.skipToText}
      </a>
      <TopBar services={services} theme={theme} contentsShown={wide ? contentsOpen : drawerOpen} />
      {textAlone && (
        <div className={styles.wayOut}>
          <IconButton
            icon="close"
            label={messages.commands.textAlone}
            keys="Esc"
            pressed
            onClick={services.commands['text.alone'].run}
          />
        </div>
      )}
      {wide && contentsOpen && !textAlone && (
        <div className={styles.contents} data-scroller>
          {textShown && <ContentsPane services={services} />}
        </div>
      )}
      <main id="text" className={styles.text} data-measure={measure} tabIndex={-1}>
        <Notices services={services} />
        <ReadingPane services={services} />
        {textShown && <MarksPane services={services} />}
        {textShown && <LinkCardPane services={services} />}
        {menuBlockId !== undefined && <BlockMenu key={menuBlockId} services={services} blockId={menuBlockId} />}
        {contextMenu && <ContextMenuPane services={services} menu={contextMenu} />}
      </main>
      {findOpen && <FindPane services={services} />}
      {textShown && <WayBack services={services} />}
      <Dialogs services={services} drawer={!wide && drawerOpen} />
      <div className="visually-hidden" role="status" aria-live="polite">
        {announcement.text}
      </div>
    </div>
  );
}
