/**
 * Goes through everything that was found: the bar's input, from place to place through the whole book, and back to where
 * the reader was. It writes the state; bar and marks only show it.
 */
import { flattenChapters } from '../../core/book/contents.ts';
import type { Occurrence } from '../../core/search/occurrences.ts';
import type { Hit } from '../../core/search/search.ts';
import { firstPlaceInSight, revealPlace } from '../features/search/find-marks.ts';
import type { FindQuestion } from '../search/protocol.ts';
import type { SearchClient } from '../search/client.ts';
import type { AppStore } from '../state/app-state.ts';
import { nearestPlace, placeInChapter, type FindingState } from '../state/finding.ts';
import { shownChapterId } from '../state/reading.ts';
import type { Reader } from './reader.ts';

export interface Finding {
  /** Shows the bar, ready for typing; a selected text is looked for at once. */
  readonly begin: () => void;
  /** Looks for what stands in the bar now. */
  readonly change: (input: string) => void;
  readonly step: (direction: 'next' | 'previous') => void;
  /** Goes to a hit of the search panel; the bar goes on from there. */
  readonly follow: (hit: Hit, input: string) => void;
  /** Takes the bar away, and goes back to where the reader was before, if so wished. */
  readonly end: (how: 'return' | 'stay') => void;
}

export interface FindingOptions {
  readonly page: Window;
  readonly store: AppStore;
  readonly reader: Reader;
  readonly client: () => SearchClient;
  /** Says which place was gone to: its number, how many there are, and what stands around it. */
  readonly onPlace: (at: number, count: number, place: Occurrence) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Where the reader was before anything was looked for. */
interface Origin {
  readonly chapterId: string;
  readonly lang: string;
  readonly blockId: string | undefined;
  readonly scrollY: number;
}

export function createFinding({ page, store, reader, client, onPlace, onFailure }: FindingOptions): Finding {
  let origin: Origin | undefined;
  /** Counts questions, so that an answer that comes after a newer question is dropped. */
  let order = 0;
  /** Counts steps from place to place in the same way. */
  let steps = 0;
  const finding = (): FindingState => store.getState().finding;
  const set = (patch: Partial<FindingState>): void =>
    store.setState((state) => ({ finding: { ...state.finding, ...patch } }));
  const chapterId = (): string => shownChapterId(store.getState().reading.shown);
  const lang = (): string => {
    const { shown, lang: chosen } = store.getState().reading;
    return shown.kind === 'chapter' ? shown.chapter.lang : chosen;
  };
  const question = (): FindQuestion => ({ input: finding().input, literal: finding().literal, lang: lang() });

  function noteOrigin(): void {
    origin ??= {
      chapterId: chapterId(),
      lang: store.getState().reading.lang,
      blockId: store.getState().progress.blockId,
      scrollY: page.scrollY,
    };
  }

  /** Finds everything anew; false where a newer question has come in between. */
  async function find(): Promise<boolean> {
    order += 1;
    const mine = order;
    const asked = question();
    const here = chapterId();
    const [summary, places] = await Promise.all([client().find(asked), client().places({ ...asked, chapterId: here })]);
    if (mine !== order) return false;
    set({ summary, here: { chapterId: here, lang: asked.lang, places }, current: undefined });
    return true;
  }

  /** The chapter on the page is another, or in another language: its places are others. */
  async function refresh(): Promise<void> {
    const { here, open, input } = finding();
    if (!open || input === '' || (here.chapterId === chapterId() && here.lang === lang())) return;
    if (here.lang !== lang()) {
      await find();
      return;
    }
    const mine = order;
    const asked = chapterId();
    const places = await client().places({ ...question(), chapterId: asked });
    if (mine === order && asked === chapterId()) set({ here: { chapterId: asked, lang: lang(), places } });
  }

  /** Goes to the place with that number, in whatever chapter it stands. A newer step goes before this one. */
  async function go(at: number): Promise<void> {
    const { summary, here } = finding();
    const target = summary && placeInChapter(summary, at);
    if (!summary || !target) return;
    steps += 1;
    const [mine, step] = [order, steps];
    const isLatest = (): boolean => mine === order && step === steps;
    set({ current: at });
    const asked = question();
    const isHere = target.chapterId === here.chapterId && target.chapterId === chapterId();
    const places = isHere ? here.places : await client().places({ ...asked, chapterId: target.chapterId });
    const place = places[target.index];
    if (!isLatest() || !place) return;
    if (target.chapterId !== chapterId()) {
      const typing = page.document.activeElement;
      await reader.open({ chapterId: target.chapterId, targetId: place.blockId });
      await drawn(page);
      // The jump has taken the focus; who types goes on typing.
      if (typing instanceof HTMLInputElement && typing.isConnected) typing.focus({ preventScroll: true });
      if (!isLatest()) return;
      set({ here: { chapterId: target.chapterId, lang: asked.lang, places } });
    }
    revealPlace(page, place);
    onPlace(at, summary.total, place);
  }

  /** Says so when the search cannot work. */
  const run = (work: () => Promise<unknown>): void => void work().catch(onFailure);

  store.subscribe(({ reading }, before) => {
    if (reading.shown !== before.reading.shown) run(refresh);
  });

  return {
    begin() {
      noteOrigin();
      const selected = page.getSelection()?.toString().trim() ?? '';
      const isWord = selected !== '' && selected.length <= 200 && !selected.includes('\n');
      const { asked, input } = finding();
      set({ open: true, asked: asked + 1, ...(isWord ? { input: selected, literal: true } : {}) });
      if (isWord || input !== '') run(find);
      // Starts the search while the reader begins to type.
      else client();
    },
    change(input) {
      noteOrigin();
      set({ input, literal: true, current: undefined });
      if (input === '') {
        order += 1;
        set({ summary: undefined, here: { ...finding().here, places: [] } });
        return;
      }
      run(async () => {
        if (!(await find())) return;
        // Only in this chapter: the page does not turn while one types.
        const { here, summary } = finding();
        const first = summary?.chapters.find((chapter) => chapter.chapterId === here.chapterId)?.first;
        if (first === undefined) return;
        const index = firstPlaceInSight(page, here.places) ?? 0;
        const place = here.places[index];
        set({ current: first + index });
        if (place) revealPlace(page, place);
      });
    },
    step(direction) {
      if (!finding().open) {
        set({ open: true });
        noteOrigin();
      }
      run(async () => {
        if (!finding().summary && finding().input !== '' && !(await find())) return;
        const { summary, current, here } = finding();
        if (!summary || summary.total === 0) return;
        if (current !== undefined) {
          await go((current + (direction === 'next' ? 1 : -1) + summary.total) % summary.total);
          return;
        }
        const mine = summary.chapters.find((chapter) => chapter.chapterId === here.chapterId);
        const index = firstPlaceInSight(page, here.places);
        const order = flattenChapters(store.getState().reading.manifest.contents).map(({ id }) => id);
        if (mine && index !== undefined) await go(mine.first + index);
        else await go(nearestPlace(summary, order, here.chapterId, direction) ?? 0);
      });
    },
    follow(hit, input) {
      noteOrigin();
      set({ open: true, input, literal: false, summary: undefined, current: undefined });
      run(async () => {
        if (hit.lang !== lang()) await reader.switchLanguage(hit.lang);
        await reader.open({ chapterId: hit.chapterId, targetId: hit.blockId });
        await drawn(page);
        if (!(await find())) return;
        const { here, summary } = finding();
        const first = summary?.chapters.find((chapter) => chapter.chapterId === here.chapterId)?.first;
        const index = here.places.findIndex(({ blockId }) => blockId === hit.blockId);
        const place = here.places[index];
        // What only comes near has no places: the block itself is what was found.
        if (first === undefined || !place || !summary) return;
        set({ current: first + index });
        revealPlace(page, place);
        onPlace(first + index, summary.total, place);
      });
    },
    end(how) {
      order += 1;
      const from = origin;
      origin = undefined;
      set({ open: false, current: undefined, here: { ...finding().here, places: [] }, summary: undefined });
      if (how === 'stay' || !from) return;
      run(async () => {
        if (from.lang !== store.getState().reading.lang) await reader.switchLanguage(from.lang);
        if (from.chapterId !== chapterId()) {
          await reader.open({ chapterId: from.chapterId, targetId: from.blockId });
          await drawn(page);
        }
        page.scrollTo({ top: from.scrollY, behavior: 'instant' });
      });
    },
  };
}

/** Resolves when the page has drawn what the state says now. */
function drawn(page: Window): Promise<void> {
  return new Promise((resolve) => page.requestAnimationFrame(() => page.requestAnimationFrame(() => resolve())));
}
