import { useCallback, useEffect } from 'react';
import { useMessages } from '../i18n/messages-context.ts';
import type { PanelsState } from '../state/panels.ts';
import { useAppState } from '../state/store-context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ContentsPane } from './ContentsPane.tsx';
import { lazyPane } from './lazy-pane.tsx';
import type { Services } from './services.ts';

const SearchPane = lazyPane(async () => (await import('./SearchPane.tsx')).SearchPane);
const AboutPane = lazyPane(async () => (await import('./AboutPane.tsx')).AboutPane);
const ShortcutsPane = lazyPane(async () => (await import('./ShortcutsPane.tsx')).ShortcutsPane);
const PaperPane = lazyPane(async () => (await import('./paper/PaperPane.tsx')).PaperPane);
const ArrivedMarksPane = lazyPane(async () => (await import('./marks/ArrivedMarksPane.tsx')).ArrivedMarksPane);
const ShelfPane = lazyPane(async () => (await import('./shelf/ShelfPane.tsx')).ShelfPane);
const FigurePane = lazyPane(async () => (await import('./FigurePane.tsx')).FigurePane);
const PlaceholderPane = lazyPane(async () => (await import('./PlaceholderPane.tsx')).PlaceholderPane);
const ExternalLinkPane = lazyPane(async () => (await import('./ExternalLinkPane.tsx')).ExternalLinkPane);
const NotesFolderPane = lazyPane(async () => (await import('./notes-folder/NotesFolderPane.tsx')).NotesFolderPane);
const PalettePane = lazyPane(async () => (await import('./PalettePane.tsx')).PalettePane);

export interface DialogsProps {
  readonly services: Services;
  /** Whether the contents are open as a drawer. */
  readonly drawer: boolean;
}

/** The modal panels; at most one is open. */
export function Dialogs({ services, drawer }: DialogsProps) {
  const { store } = services;
  const messages = useMessages();
  const shortcutsOpen = useAppState((state) => state.panels.shortcutsOpen);
  const aboutOpen = useAppState((state) => state.panels.aboutOpen);
  const paletteOpen = useAppState((state) => state.panels.paletteOpen);
  const searchOpen = useAppState((state) => state.panels.searchOpen);
  const paperOpen = useAppState((state) => state.panels.paperOpen);
  const shelfOpen = useAppState((state) => state.panels.shelfOpen);
  const figure = useAppState((state) => state.panels.openFigure);
  const placeholder = useAppState((state) => state.panels.askedPlaceholder);
  const notesFolderOpen = useAppState((state) => state.panels.notesFolderOpen);
  const arrivedMarks = useAppState((state) => state.panels.arrivedMarks);
  const address = useAppState((state) => state.panels.askedAddress);
  const change = (patch: Partial<PanelsState>): void =>
    store.setState(({ panels }) => ({ panels: { ...panels, ...patch } }));
  const closeDrawer = (): void => change({ drawerOpen: false });
  const closeFigure = useCallback(
    () => store.setState(({ panels }) => ({ panels: { ...panels, openFigure: undefined } })),
    [store],
  );

  // One opens them and types: no letter waits for a script.
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      PalettePane.fetchAhead();
      SearchPane.fetchAhead();
    });
    return () => cancelIdleCallback(idle);
  }, []);

  return (
    <>
      {drawer && (
        <Dialog title={messages.contents.title} closeLabel={messages.close} onClose={closeDrawer} shape="drawer">
          <ContentsPane services={services} onChosen={closeDrawer} />
        </Dialog>
      )}
      {shortcutsOpen && <ShortcutsPane services={services} onClose={() => change({ shortcutsOpen: false })} />}
      {aboutOpen && <AboutPane services={services} onClose={() => change({ aboutOpen: false })} />}
      {paletteOpen && <PalettePane services={services} onClose={() => change({ paletteOpen: false })} />}
      {searchOpen && <SearchPane services={services} onClose={() => change({ searchOpen: false })} />}
      {paperOpen && <PaperPane services={services} onClose={() => change({ paperOpen: false })} />}
      {shelfOpen && <ShelfPane services={services} onClose={() => change({ shelfOpen: false })} />}
      {figure !== undefined && <FigurePane services={services} index={figure} onClose={closeFigure} />}
      {placeholder !== undefined && (
        <PlaceholderPane
          services={services}
          name={placeholder}
          onClose={() => change({ askedPlaceholder: undefined })}
        />
      )}
      {notesFolderOpen && <NotesFolderPane services={services} onClose={() => change({ notesFolderOpen: false })} />}
      {arrivedMarks && <ArrivedMarksPane services={services} file={arrivedMarks} />}
      {address !== undefined && (
        <ExternalLinkPane services={services} address={address} onClose={() => change({ askedAddress: undefined })} />
      )}
    </>
  );
}
