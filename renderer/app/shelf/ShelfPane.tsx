import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { localized } from '../../../core/book/contents.ts';
import type { Failure, Result } from '../../../core/contract/result.ts';
import type { BookArrival, BookReport as Report, ShelfBook } from '../../../core/contract/shelf.ts';
import { BookReport } from '../../features/shelf/BookReport.tsx';
import { Shelf } from '../../features/shelf/Shelf.tsx';
import styles from '../../features/shelf/Shelf.module.css';
import { useMessages, useUiLanguage } from '../../i18n/messages-context.ts';
import { shelfMessagesFor } from '../../i18n/shelf.ts';
import { explain, languageName } from '../../i18n/ui-language.ts';
import type { Packing } from '../../state/packing.ts';
import { useAppState } from '../../state/store-context.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Services } from '../services.ts';
import { usePatience } from '../../ui/use-patience.ts';
import { uploadMegabytes, type Shelf as ShelfCalls } from './shelf.ts';

export interface ShelfPaneProps {
  readonly services: Services;
  readonly onClose: () => void;
}

type Work =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly name: string | undefined; readonly done: number; readonly total: number }
  | { readonly kind: 'arrived'; readonly arrival: Extract<BookArrival, { book: ShelfBook }> }
  | { readonly kind: 'refused'; readonly name: string; readonly report: Report }
  | { readonly kind: 'said'; readonly text: string };

/** An attribute that React's types do not know. */
const foldersOnly = { webkitdirectory: '' } as object;

/** The shelf, connected with the host. A book that was dropped on the window before it was open waits in the state. */
export function ShelfPane({ services, onClose }: ShelfPaneProps) {
  const { store } = services;
  const messages = useMessages();
  const language = useUiLanguage();
  const words = shelfMessagesFor(language);
  const currentId = useAppState((state) => state.reading.manifest.id);
  const arrived = useAppState((state) => state.panels.arrivedBook);
  const dropped = useAppState((state) => state.panels.droppedBook);
  const [shelf, setShelf] = useState<ShelfCalls>();
  const [books, setBooks] = useState<readonly ShelfBook[]>();
  const isLate = usePatience();
  const [work, setWork] = useState<Work>({ kind: 'idle' });
  const [shown, setShown] = useState<{ readonly book: ShelfBook; readonly report: Report }>();
  const folderInput = useRef<HTMLInputElement>(null);
  const zipInput = useRef<HTMLInputElement>(null);
  const dates = useMemo(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }), [language]);

  const say = useCallback(
    (failure: Failure): void => {
      const { what, wayOut } = explain(messages, failure);
      setWork({ kind: 'said', text: `${what} ${wayOut}` });
    },
    [messages],
  );
  const list = useCallback(
    async (calls: ShelfCalls): Promise<void> => {
      const listed = await calls.list();
      if (listed.ok) setBooks(listed.value);
      else say(listed.error);
    },
    [say],
  );
  useEffect(() => {
    let isWanted = true;
    void services.shelf().then((calls) => {
      if (!isWanted) return;
      setShelf(calls);
      void list(calls);
    }, services.sayFailure);
    return () => {
      isWanted = false;
    };
  }, [services, list]);
  // One comes here to open a book: the keys are at the list as soon as it is there.
  const isListed = books !== undefined;
  useEffect(() => {
    if (isListed) document.querySelector<HTMLElement>('dialog [data-open][aria-current]')?.focus();
  }, [isListed]);
  useEffect(
    () =>
      shelf?.onProgress((done, total) =>
        setWork((before) => (before.kind === 'working' ? { ...before, done, total } : before)),
      ),
    [shelf],
  );

  useEffect(() => shelf?.onChange(() => void list(shelf)), [shelf, list]);

  /** Shows what comes of a book while it is compiled, and after. */
  const run = useCallback(
    async (
      calls: ShelfCalls,
      name: string | undefined,
      call: () => Promise<Result<BookArrival>>,
    ): Promise<BookArrival | undefined> => {
      setWork({ kind: 'working', name, done: 0, total: 0 });
      const result = await call();
      if (!result.ok) {
        say(result.error);
        return undefined;
      }
      const arrival = result.value;
      if (arrival.outcome === 'refused') setWork({ kind: 'refused', name: arrival.name, report: arrival.report });
      else if (arrival.outcome === 'added' || arrival.outcome === 'updated') setWork({ kind: 'arrived', arrival });
      else setWork({ kind: 'idle' });
      await list(calls);
      return arrival;
    },
    [list, say],
  );
  const hand = useCallback(
    async (calls: ShelfCalls, packed: Packing): Promise<void> => {
      if (packed === 'too-large') setWork({ kind: 'said', text: words.tooLarge(uploadMegabytes) });
      else if (packed === 'not-a-book') setWork({ kind: 'said', text: words.notABook });
      else await run(calls, packed.name, () => calls.hand(packed));
    },
    [run, words],
  );
  useEffect(() => {
    if (!shelf || !dropped) return;
    store.setState(({ panels }) => ({ panels: { ...panels, droppedBook: undefined } }));
    // By way of the promise: what is shown follows from what was dropped, and not from this drawing.
    void dropped.then((packed) => hand(shelf, packed)).catch(services.sayFailure);
  }, [shelf, dropped, hand, store, services]);

  useEffect(() => {
    if (!shelf || !arrived) return;
    store.setState(({ panels }) => ({ panels: { ...panels, arrivedBook: undefined } }));
    void services
      .shelf()
      .then((calls) => run(calls, arrived.name, () => calls.take(arrived.id)))
      // Whoever opens a file wants to read it.
      .then((arrival) => arrival && 'book' in arrival && services.openBook(arrival.book.id))
      .catch(services.sayFailure);
  }, [shelf, arrived, run, store, services]);

  async function choose(what: 'folder' | 'zip'): Promise<void> {
    if (!shelf) return;
    const arrival = await run(shelf, undefined, () => shelf.choose(what));
    if (arrival?.outcome === 'ask') (what === 'folder' ? folderInput : zipInput).current?.click();
  }
  async function chosen(input: HTMLInputElement): Promise<void> {
    const files = Array.from(input.files ?? []);
    if (!shelf || files.length === 0) return;
    const { packFiles } = await import('./pack-book.ts');
    await hand(shelf, await packFiles(files));
    // The same one can be chosen again.
    input.value = '';
  }
  const titleOf = (book: ShelfBook): { text: string; lang: string | undefined } => {
    const text = localized(book.title, language, book.languages);
    return { text, lang: Object.keys(book.title).find((lang) => book.title[lang] === text) };
  };
  const open = (book: ShelfBook): void => {
    if (book.id === currentId && work.kind !== 'arrived') onClose();
    else services.openBook(book.id);
  };
  async function remove(book: ShelfBook): Promise<void> {
    if (!shelf) return;
    const removed = await shelf.remove(book.id);
    if (!removed.ok) {
      say(removed.error);
      return;
    }
    setWork({ kind: 'said', text: words.removed(titleOf(book).text) });
    await list(shelf);
    // What is on the page is not there any more.
    if (book.id === currentId) services.openBook(books?.[0]?.id ?? '');
  }
  async function report(book: ShelfBook): Promise<void> {
    const found = await shelf?.report(book.id);
    if (found?.ok === true) setShown({ book, report: found.value });
    else if (found) say(found.error);
  }

  if (shown) {
    return (
      <Dialog
        title={words.reportTitle(titleOf(shown.book).text)}
        closeLabel={messages.close}
        onClose={onClose}
        shape="wide"
      >
        {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the panel has another page now */}
        <button type="button" autoFocus className={styles.back} onClick={() => setShown(undefined)}>
          <Icon name="back" />
          {words.back}
        </button>
        <BookReport words={words} report={shown.report} />
      </Dialog>
    );
  }
  if (books === undefined && work.kind === 'idle' && !isLate) return undefined;
  return (
    <Dialog title={words.title} closeLabel={messages.close} onClose={onClose} shape="wide">
      {books === undefined && <p className={styles.hint}>{work.kind === 'said' ? words.cannotList : words.loading}</p>}
      <Shelf
        words={words}
        books={books ?? []}
        currentId={currentId}
        busy={work.kind === 'working'}
        titleOf={titleOf}
        languageName={(lang) => languageName(lang, language)}
        dateOf={(ms) => dates.format(ms)}
        onOpen={open}
        onUpdate={(book) => shelf && void run(shelf, titleOf(book).text, () => shelf.update(book.id))}
        onRemove={(book) => void remove(book)}
        onReport={(book) => void report(book)}
        onChoose={(what) => void choose(what)}
      >
        <div role="status">
          {work.kind === 'said' && <p className={styles.state}>{work.text}</p>}
          {work.kind === 'working' && (
            <div className={styles.state}>
              <p>{words.working(work.name)}</p>
              {work.total > 0 ? (
                <>
                  <progress max={work.total} value={work.done} aria-label={words.working(work.name)} />
                  <p className={styles.hint}>{words.progress(work.done, work.total)}</p>
                </>
              ) : (
                <progress aria-label={words.working(work.name)} />
              )}
              <div className={styles.actions}>
                <Button onClick={() => shelf?.stop()}>{words.stop}</Button>
              </div>
            </div>
          )}
          {work.kind === 'arrived' && (
            <div className={styles.state}>
              <p>
                {work.arrival.outcome === 'added'
                  ? words.added(titleOf(work.arrival.book).text)
                  : words.updated(titleOf(work.arrival.book).text)}{' '}
                {words.problems(work.arrival.report.errors, work.arrival.report.warnings)}
              </p>
              <div className={styles.actions}>
                <Button tone="primary" onClick={() => open(work.arrival.book)}>
                  {words.readNow}
                </Button>
              </div>
            </div>
          )}
          {work.kind === 'refused' && (
            <div className={styles.state} data-kind="refused">
              <p>{words.refused(work.name)}</p>
              <BookReport words={words} report={work.report} isRefusal />
            </div>
          )}
        </div>
      </Shelf>
      <input
        ref={zipInput}
        type="file"
        hidden
        accept=".zip,application/zip"
        aria-label={words.openZip}
        onChange={(event) => void chosen(event.currentTarget).catch(services.sayFailure)}
      />
      <input
        ref={folderInput}
        type="file"
        {...foldersOnly}
        hidden
        aria-label={words.openFolder}
        onChange={(event) => void chosen(event.currentTarget).catch(services.sayFailure)}
      />
    </Dialog>
  );
}
