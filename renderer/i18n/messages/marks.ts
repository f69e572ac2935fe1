/** What is said about bookmarks, highlights and notes. Apart from the others: it is loaded after the first text. */
import type { Response } from '../../../core/contract/channels.ts';
import type { MarkHistory } from '../../../core/contract/marks.ts';
import type { MarkColor, MarkKind, MarkState } from '../../../core/marks/mark.ts';
import type { ExportFormat } from '../../../core/marks/exchange/formats.ts';
import type { ReadState } from '../../../core/reading/section-read.ts';
import type { MarkOrder } from '../../../core/marks/select.ts';

export type StepKind = NonNullable<MarkHistory['undo']>['what'];

type ImportCounts = Response<'marks:import'>['counts'];

export interface MarkMessages {
  readonly kinds: Readonly<Record<MarkKind, string>>;
  readonly colors: Readonly<Record<MarkColor, string>>;
  readonly states: Readonly<Record<MarkState, string>>;
  readonly orders: Readonly<Record<MarkOrder, string>>;
  readonly wholeBook: string;
  /** Said aloud. */
  readonly bookmarked: (text: string) => string;
  readonly unbookmarked: string;
  readonly highlighted: (color: string) => string;
  readonly saved: string;
  readonly deleted: (count: number) => string;
  readonly undone: (what: StepKind, count: number) => string;
  readonly redone: (what: StepKind, count: number) => string;
  /** What the reader has said of a section or chapter. */
  readonly markedRead: (title: string, state: ReadState) => string;
  readonly none: string;
  readonly undo: string;
  /** The tools of a selection. */
  readonly selection: string;
  readonly highlight: (color: string) => string;
  readonly note: string;
  readonly copy: string;
  readonly copyCited: string;
  /** Of selected text, in the book. */
  readonly searchBook: string;
  readonly citation: (quote: string, place: string, link: string) => string;
  /** The note that is open. */
  readonly noteOn: string;
  readonly body: string;
  /** The two ways to see it, with the key that changes from one to the other, and what each is. */
  readonly noteMode: (key: string) => string;
  readonly write: string;
  readonly preview: string;
  readonly noteReads: string;
  readonly emptyNote: string;
  /** A name of the reader's own. */
  readonly label: string;
  readonly onSection: (title: string) => string;
  readonly tags: string;
  readonly color: string;
  readonly state: string;
  readonly noState: string;
  readonly done: string;
  readonly remove: string;
  /** What is being written is on disk. */
  readonly kept: string;
  /** It was changed or deleted elsewhere while it was being written here. */
  readonly conflict: {
    readonly changed: string;
    readonly deleted: string;
    /** In place of their text, where they took it away. */
    readonly emptied: string;
    readonly mine: string;
    readonly theirs: string;
    readonly both: string;
    readonly restore: string;
    readonly letGo: string;
  };
  /** Of the data folder; `network` is the drive of another machine. */
  readonly synced: (service: string, folder: string) => string;
  readonly understood: string;
  readonly draftFound: (count: number) => string;
  readonly goOn: string;
  readonly drop: string;
  /** Signs beside the text. */
  readonly sign: (kind: string, text: string) => string;
  readonly otherLanguage: (kind: string) => string;
  readonly bookmarkHere: (title: string) => string;
  readonly menuHere: (title: string) => string;
  /** What colours mean to the reader. */
  readonly meanings: string;
  readonly meaningOf: (color: string) => string;
  readonly meaningsAbout: string;
  /** The list of all marks. */
  readonly title: string;
  readonly search: string;
  readonly filterKind: string;
  readonly filterTag: string;
  readonly all: string;
  readonly order: string;
  readonly shown: (count: number, of: number) => string;
  /** How marks are made, with the keys for it where there are some. */
  readonly empty: (keys: { readonly bookmark: string | undefined; readonly note: string | undefined }) => string;
  readonly nothing: string;
  readonly more: (count: number) => string;
  readonly select: (text: string) => string;
  readonly selected: (count: number) => string;
  readonly selectAll: string;
  readonly addTag: string;
  readonly needsPlace: string;
  readonly putHere: (place: string) => string;
  readonly madeOn: (date: string) => string;
  readonly exportAs: string;
  readonly formats: Readonly<Record<ExportFormat, string>>;
  readonly exported: (name: string) => string;
  readonly importFile: string;
  readonly importing: string;
  readonly wouldTake: (counts: ImportCounts, passedOver: number, notFound: number | null) => string;
  readonly otherBook: (bookId: string) => string;
  readonly take: string;
  readonly cancel: string;
  /** While the host looks at a file, takes its marks in, or changes very many: seconds, in which nothing else goes on. */
  readonly looking: string;
  readonly taking: string;
  readonly working: (count: number) => string;
  readonly taken: (count: number) => string;
}
