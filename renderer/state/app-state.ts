import { createStore, type StoreApi } from 'zustand/vanilla';
import { translationLang } from '../../core/book/contents.ts';
import type { Response } from '../../core/contract/channels.ts';
import type { Settings } from '../../core/contract/settings.ts';
import type { SectionRead } from '../../core/reading/section-read.ts';
import { noMarks, type MarksState } from './marks.ts';
import { nothingSought, type FindingState } from './finding.ts';
import { noNotices, type NoticesState } from './notices.ts';
import { noPanels, type PanelsState } from './panels.ts';
import type { ProgramState } from './program.ts';
import { noProgress, type ProgressState } from './progress.ts';
import type { Placement, ReadingState } from './reading.ts';
import { chapterShown, translationRead } from './reading.ts';

export interface AppState {
  readonly program: ProgramState;
  readonly reading: ReadingState;
  readonly settings: Settings;
  readonly notices: NoticesState;
  readonly panels: PanelsState;
  readonly progress: ProgressState;
  readonly marks: MarksState;
  /** What was read of the open book. */
  readonly reads: readonly SectionRead[];
  readonly finding: FindingState;
}

export type AppStore = StoreApi<AppState>;

/** The state at the start, from what the host said. */
export function createAppStore(start: Response<'app:start'>): AppStore {
  const { chapter, position, manifest, settings } = start;
  const placement: Placement =
    position?.chapterId === chapter.id
      ? { kind: 'place', place: { blockId: position.blockId, fraction: position.fraction }, focus: false }
      : { kind: 'top', focus: false };
  const other = translationLang(manifest.contents, chapter.id, chapter.lang);
  const beside = other === undefined || !start.translation ? undefined : { lang: other, result: start.translation };
  const translation = settings.bilingual === 'off' ? undefined : translationRead(manifest, beside);
  const empty: ReadingState = {
    manifest,
    lang: position?.lang ?? chapter.lang,
    bilingual: settings.bilingual,
    shown: { kind: 'chapter', chapter, placement },
    sectionId: undefined,
  };
  return createStore<AppState>()(() => ({
    program: { host: start.host, version: start.version, safeMode: start.safeMode },
    reading: chapterShown(empty, chapter, placement, translation),
    settings,
    notices: { ...noNotices, warnings: start.warnings, synced: start.synced },
    panels: noPanels,
    progress: noProgress,
    marks: noMarks,
    reads: start.reads,
    finding: nothingSought,
  }));
}
