/** Which windows are opened: those of the last time, and one more where a reader asks for it. */
import type { Handlers } from '../../core/contract/channels.ts';
import { bookInLink } from '../../core/book/deep-link.ts';
import { manualId } from '../../core/contract/manual-id.ts';
import { failure, success } from '../../core/contract/result.ts';
import type { Log } from '../services/log/log.ts';
import { currentPageColour, currentTexts } from './preferences.ts';
import { beginAt, beginWithLink, openReader } from './window.ts';
import { keepWindows, mostWindows, readWindowStates, stateBeside, type WindowState } from './window-state.ts';
import { focusWindow, notePlace, placeOf, readerWindow, readerWindows } from './windows.ts';

export interface OpeningOptions {
  readonly preloadFile: string;
  /** Where the windows' states are kept; undefined where they are set aside. */
  readonly stateFile: string | undefined;
  readonly log: () => Log | undefined;
}

/** What the windows that are opened again are to show beside what they showed. */
export interface Wanted {
  /** The address of a place: for the window that shows its book, else for the one in front. */
  readonly link?: string | undefined;
  /** Whether the command line names a book: the window in front shows it. */
  readonly namesBook?: boolean;
}

export interface Opening {
  /** Opens the windows of the last time; a first one where there were none. After ready. */
  readonly again: (wanted: Wanted) => void;
  /** Brings the window with the focus to the front; where none is open, opens those of the last time. */
  readonly show: (wanted?: Wanted) => void;
  readonly another: Handlers['window:open'];
  /** The same handlers, where the place of each window is known here, too. */
  readonly noting: (handlers: Handlers) => Handlers;
  /** The program ends: what is open now is opened again at the next start. */
  readonly stayForNextTime: () => void;
}

export function createOpening({ preloadFile, stateFile, log }: OpeningOptions): Opening {
  const kept = stateFile === undefined ? undefined : keepWindows(stateFile);

  function open(state: WindowState | undefined, begin: string): void {
    openReader({
      preloadFile,
      pageColour: currentPageColour(),
      texts: currentTexts,
      kept,
      log: log(),
      state,
      begin,
    });
  }

  function again({ link, namesBook = false }: Wanted): void {
    const states = stateFile === undefined ? [] : readWindowStates(stateFile);
    if (states.length === 0) {
      open(undefined, beginWithLink(link));
      return;
    }
    const front = states.length - 1;
    const bookId = link === undefined ? undefined : bookInLink(link);
    const shows = bookId === undefined ? -1 : states.findLastIndex(({ place }) => place?.bookId === bookId);
    const linked = shows === -1 ? front : shows;
    for (const [at, state] of states.entries()) {
      const place = namesBook && at === front ? null : state.place;
      // The manual is not what one goes on reading with.
      const usual = place === null || place.bookId === manualId ? '' : beginAt(place.bookId);
      open({ ...state, place }, link !== undefined && at === linked ? beginWithLink(link) : usual);
    }
  }

  return {
    again,
    show(wanted = {}) {
      if (readerWindows().length > 0) focusWindow(readerWindow());
      else again(wanted);
    },
    another({ place }) {
      const beside = readerWindow();
      const count = readerWindows().length;
      if (beside === undefined || count >= mostWindows) {
        return Promise.resolve(failure('window-refused', { what: `${count}` }));
      }
      const here = placeOf(beside);
      if (place !== 'here') {
        open(stateBeside(beside, undefined), beginAt(place.bookId, place.chapterId, place.targetId));
      } else open(stateBeside(beside, here), here === undefined ? '' : beginAt(here.bookId));
      return Promise.resolve(success({ outcome: 'opened' }));
    },
    noting: (handlers) => ({
      ...handlers,
      'position:save': (position) => {
        notePlace(position);
        kept?.saveSoon();
        return handlers['position:save'](position);
      },
    }),
    stayForNextTime: () => kept?.stayForNextTime(),
  };
}
