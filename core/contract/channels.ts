/** Every message between page and host, as schemas: the types are inferred, so type and check cannot differ. */
import { z } from 'zod';
import { mostInStep, mostPieceChars } from './mark-limits.ts';
import {
  bookManifestSchema,
  chapterSchema,
  figuresSchema,
  glossarySchema,
  idSchema,
  langSchema,
} from '../book/model.ts';
import { draftSchema, markChangeSchema, marksChangedSchema, marksOfBookSchema, placedMarkSchema } from './marks.ts';
import type { ChannelName, EventName } from './names.ts';
import { exportFormats } from '../marks/exchange/formats.ts';
import { isShortcut } from '../keys/shortcut.ts';
import { contextItems } from '../menu/context-items.ts';
import { windowViews } from './window-view.ts';
import { paperMarks, paperSizes } from '../paper/choice.ts';
import { notesFolderSchema, notesProblems } from './notes-folder.ts';
import { positionSchema } from './position.ts';
import { readsOrderSchema, sectionReadSchema } from './reads.ts';
import { failureSchema, type Result } from './result.ts';
import { bookArrivalSchema, bookOrderSchema, bookReportSchema, shelfBookSchema } from './shelf.ts';
import { settingsPatchSchema, settingsSchema } from './settings.ts';
import { trailSchema } from './trail.ts';

const nothing = z.strictObject({});
const ofBook = z.strictObject({ bookId: idSchema });

/** The bytes of a file. */
const base64Schema = z.base64().min(1).max(24_000_000);

/** A file's name that every system takes, and no path. */
const fileNameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_ -]{0,79}\.(?:svg|png|annotation|md|html|csv|json)$/u);

/** A file by an id of this run; its path stays with the host. */
const arrivedFileSchema = z.strictObject({ id: z.uuid(), name: z.string(), kind: z.enum(['marks', 'book']) });
export type ArrivedFile = z.infer<typeof arrivedFileSchema>;

/** A section or a block. */
const targetSchema = z.string().min(1).max(220);

const pointSchema = z.strictObject({ x: z.int().min(0).max(100_000), y: z.int().min(0).max(100_000) });

/** An item of a context menu: its words are the host's, its key is one to show. */
const contextItemSchema = z.strictObject({
  id: z.enum(contextItems),
  group: z.int().min(0).max(9),
  key: z.string().max(40).refine(isShortcut).optional(),
});

const pdfNameSchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_ -]{0,79}\.pdf$/u);

export const channels = {
  /**
   * All that is needed for the first screen, in one round trip: of the book that is asked for, else of the one that was read
   * last. A book that cannot be opened gives way to Recto's own, with a warning. Fails with book-missing, book-damaged.
   */
  'app:start': {
    request: z.strictObject({
      systemLanguages: z.array(z.string().max(40)).max(20),
      bookId: idSchema.optional(),
    }),
    response: z.strictObject({
      host: z.enum(['electron', 'browser']),
      version: z.string(),
      /** Whether settings and place are set aside for this time. */
      safeMode: z.boolean(),
      settings: settingsSchema,
      manifest: bookManifestSchema,
      /** The chapter to show first: the one of `position`, else the book's first. */
      chapter: chapterSchema,
      /** The chapter's translation, or why it cannot be read; absent where one language is shown, or the chapter has no other. */
      translation: z
        .union([
          z.strictObject({ ok: z.literal(true), value: chapterSchema }),
          z.strictObject({ ok: z.literal(false), error: failureSchema }),
        ])
        .optional(),
      /** Where the reader was, or null when this book is opened for the first time. */
      position: positionSchema.nullable(),
      /** What was read of the book. */
      reads: z.array(sectionReadSchema).readonly(),
      /** Things that did not prevent the start and that the reader has to know. */
      warnings: z.array(failureSchema),
      /**
       * The service that carries the data folder between machines, or `network` where it lies on another one; absent where
       * nothing of that shows, and where the reader has been told.
       */
      synced: z.strictObject({ folder: z.string(), service: z.string() }).optional(),
    }),
  },
  /** Versions, sizes, counts and the newest entries of the log: nothing of what is read or written. */
  'app:diagnose': {
    request: nothing,
    response: z.strictObject({
      version: z.string(),
      host: z.enum(['electron', 'browser']),
      safeMode: z.boolean(),
      platform: z.string(),
      arch: z.string(),
      systemRelease: z.string(),
      /** Versions of what it runs on, by name. */
      engines: z.record(z.string(), z.string()),
      bytes: z.strictObject({ database: z.int(), snapshots: z.int(), logs: z.int() }),
      counts: z.record(z.string(), z.int()),
      /** Names of settings that are not as they come. */
      changedSettings: z.array(z.string()),
      log: z.array(
        z.strictObject({
          at: z.string(),
          event: z.string(),
          facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
        }),
      ),
    }),
  },
  /** One chapter in one language. Fails with not-found, book-damaged. */
  'book:read': {
    request: z.strictObject({ bookId: idSchema, chapterId: idSchema, lang: langSchema }),
    response: chapterSchema,
  },
  /** All terms of a book; none for a book without a glossary. Fails with not-found, book-damaged. */
  'book:glossary': { request: z.strictObject({ bookId: idSchema }), response: glossarySchema },
  /** All figures of a book that have a title; none for a book without a list of them. Fails with not-found, book-damaged. */
  'book:figures': { request: z.strictObject({ bookId: idSchema }), response: figuresSchema },
  /** Remembers where the reader is. Fails with store-unavailable. */
  'position:save': { request: positionSchema, response: nothing },
  /** The way through a book so far, empty for a book that was never read. Fails with not-found. */
  'trail:read': { request: z.strictObject({ bookId: idSchema }), response: trailSchema },
  /** Remembers the way. Fails with not-found, store-unavailable. */
  'trail:save': { request: z.strictObject({ bookId: idSchema, trail: trailSchema }), response: nothing },
  /**
   * Marks of a book outside the bin, in the order of their making; drafts; what can be undone. The first part of them; with
   * `after` (the `next` of the part before) the one that follows; with `chapterId` all that were made in that chapter,
   * and no more. Fails with not-found.
   */
  'marks:list': {
    request: z.strictObject({
      bookId: idSchema,
      after: z.int().min(1).optional(),
      chapterId: idSchema.optional(),
    }),
    response: marksOfBookSchema,
  },
  /** What was deleted in the last 30 days. Fails with not-found. */
  'marks:bin': { request: ofBook, response: z.strictObject({ marks: z.array(placedMarkSchema).readonly() }) },
  /** Erases marks of the bin for good; those that are not in it are left alone. Fails with not-found, store-unavailable. */
  'marks:erase': {
    request: z.strictObject({ bookId: idSchema, ids: z.array(z.uuid()).min(1).max(mostInStep) }),
    response: marksChangedSchema,
  },
  /**
   * Changes marks, all or none, as one step that can be undone. Fails with not-found (book, place or mark), mark-conflict,
   * store-unavailable.
   */
  'marks:save': {
    request: z.strictObject({ bookId: idSchema, changes: z.array(markChangeSchema).min(1).max(mostInStep) }),
    response: marksChangedSchema,
  },
  /** Takes the last step back, or does it again; nothing changes where there is none. Fails with not-found, store-unavailable. */
  'marks:undo': { request: ofBook, response: marksChangedSchema },
  'marks:redo': { request: ofBook, response: marksChangedSchema },
  /** The marks of a book outside the bin as the text of a file, with a name for it. Fails with not-found. */
  'marks:export': {
    request: z.strictObject({ bookId: idSchema, format: z.enum(exportFormats), lang: langSchema }),
    response: z.strictObject({ name: z.string(), text: z.string() }),
  },
  /**
   * The next piece of a file that is too long for one message; `file` is an id that the page has made for it. The host has
   * room for a few. Fails with import-refused where it gets longer than any file of marks.
   */
  'marks:bring': {
    request: z.strictObject({ file: z.uuid(), text: z.string().max(mostPieceChars) }),
    response: nothing,
  },
  /**
   * Looks at the text of an annotation file, or of a page that holds one: what would become of its marks. With `file` that text
   * is the last piece behind those that were brought. With `take` those marks that are new or newer are taken, as one step.
   * Fails with not-found, import-refused, store-unavailable.
   */
  'marks:import': {
    request: z.strictObject({
      bookId: idSchema,
      text: z.string().max(mostPieceChars),
      file: z.uuid().optional(),
      take: z.boolean(),
    }),
    response: z.strictObject({
      /** The book the marks belong to; it need not be there. */
      bookId: z.string(),
      counts: z.strictObject({ new: z.int(), same: z.int(), newer: z.int(), older: z.int(), erased: z.int() }),
      /** How many of the new and newer ones have no place in the book as it is; null where the book is not there to look. */
      notFound: z.int().nullable(),
      /** The first entries that were passed over, by number, and why. */
      problems: z.array(z.strictObject({ at: z.int(), what: z.string() })).readonly(),
      passedOver: z.int(),
    }),
  },
  /** Keeps what is being written; a draft without words is dropped. Fails with not-found, store-unavailable. */
  'draft:save': { request: z.strictObject({ bookId: idSchema, draft: draftSchema }), response: nothing },
  /** The folder that marks are kept in as Markdown files, and how that stands. */
  'notes:folder': { request: nothing, response: notesFolderSchema },
  /**
   * Lets the reader choose that folder, and writes into it. `ask` means that the host has no dialog: the folder is named on the
   * command line. `unfit`: the folder will not do, and nothing has changed. Fails with store-unavailable.
   */
  'notes:choose': {
    request: nothing,
    response: z.strictObject({
      outcome: z.enum(['chosen', 'declined', 'ask', 'unfit']),
      problem: z.enum(notesProblems).nullable(),
      state: notesFolderSchema,
    }),
  },
  /** Writes it now, and resolves when that is done. */
  'notes:write': { request: nothing, response: notesFolderSchema },
  /** Writes it no longer; the files stay where they are. Fails with store-unavailable. */
  'notes:leave': { request: nothing, response: notesFolderSchema },
  /** What was read of a book. Fails with not-found. */
  'reads:list': { request: ofBook, response: z.strictObject({ reads: z.array(sectionReadSchema).readonly() }) },
  /**
   * Remembers what was read: by reading, or because the reader says so. Fails with not-found (book, chapter or section),
   * book-damaged, store-unavailable.
   */
  'reads:save': { request: readsOrderSchema, response: marksChangedSchema },
  /** The books that are there: Recto's own first, then the others, the one that was read last before. */
  'shelf:list': { request: nothing, response: z.strictObject({ books: z.array(shelfBookSchema).readonly() }) },
  /**
   * Compiles a book and puts it on the shelf; takes as long as that takes (`shelf:progressed` tells). One at a time: another waits.
   * Fails with store-unavailable.
   */
  'shelf:add': { request: bookOrderSchema, response: bookArrivalSchema },
  /** Compiles a book again from where it came from. Fails with not-found, store-unavailable. */
  'shelf:update': { request: ofBook, response: bookArrivalSchema },
  /** Stops what is being compiled; what was there before stays. */
  'shelf:stop': { request: nothing, response: nothing },
  /** Takes an imported book from the shelf. Its marks, and the reader's place in it, are kept. Fails with not-found, store-unavailable. */
  'shelf:remove': { request: ofBook, response: nothing },
  /** What the compiler said about an imported book. Fails with not-found. */
  'shelf:report': { request: ofBook, response: bookReportSchema },
  /** Changes settings and returns all of them. Fails with store-unavailable. */
  'settings:save': { request: settingsPatchSchema, response: settingsSchema },
  /** Files that the system has handed over and that no window has taken yet: the one that asks takes them. */
  'arrivals:list': { request: nothing, response: z.strictObject({ files: z.array(arrivedFileSchema).readonly() }) },
  /** The text of such a file, once. Fails with not-found, file-not-read. */
  'arrivals:read': { request: z.strictObject({ id: z.uuid() }), response: z.strictObject({ text: z.string() }) },
  /**
   * Opens an external address after the reader agreed. `ask` means that the host has no dialog of its own: the page
   * asks, showing `address`, and opens it itself. Fails with link-refused.
   */
  'link:open': {
    request: z.strictObject({ url: z.string().min(1).max(4000) }),
    response: z.strictObject({
      outcome: z.enum(['opened', 'copied', 'declined', 'ask']),
      /** The address in its normalised form (host in Punycode). */
      address: z.string(),
    }),
  },
  /**
   * Opens one more window on the same store, at a place or where the window that asks is. `ask` means that the page opens it
   * itself. Fails with window-refused.
   */
  'window:open': {
    request: z.strictObject({
      place: z.union([
        z.literal('here'),
        z.strictObject({ bookId: idSchema, chapterId: idSchema, targetId: targetSchema.optional() }),
      ]),
    }),
    response: z.strictObject({ outcome: z.enum(['opened', 'ask']) }),
  },
  /** Shows the page of this window larger or smaller, or fills the screen with it. A browser does so by itself. */
  'window:view': { request: z.strictObject({ as: z.enum(windowViews) }), response: z.strictObject({}) },
  /**
   * Shows a context menu at a place of the window (CSS pixels) and waits for what is chosen in it. `ask` means that the page draws it
   * itself.
   */
  'menu:show': {
    request: z.strictObject({ items: z.array(contextItemSchema).min(1).max(30).readonly(), at: pointSchema }),
    response: z.strictObject({
      outcome: z.enum(['chosen', 'dismissed', 'ask']),
      id: z.enum(contextItems).nullable(),
    }),
  },
  /**
   * Puts a text or a picture on the clipboard. `ask` means that the page does it itself: in a browser it may, in the
   * click that asked for it. Fails with copy-refused.
   */
  'clipboard:write': {
    request: z.union([
      z.strictObject({ text: z.string().min(1).max(1_000_000) }),
      z.strictObject({ png: base64Schema }),
    ]),
    response: z.strictObject({ outcome: z.enum(['copied', 'ask']) }),
  },
  /**
   * Saves a picture of the book, marks or keys that are exported, where the reader says; `name` is a suggestion. `ask` means that the page saves it
   * itself. Fails with file-not-saved.
   */
  'file:save': {
    request: z.strictObject({ name: fileNameSchema, content: base64Schema }),
    response: z.strictObject({ outcome: z.enum(['saved', 'declined', 'ask']) }),
  },
  /**
   * Prints what the page has put in its own place for print, by the system's print dialog. `ask` means that the page calls
   * its browser's. Fails with print-failed.
   */
  'paper:print': {
    request: z.strictObject({ size: z.enum(paperSizes) }),
    response: z.strictObject({ outcome: z.enum(['printed', 'declined', 'ask']) }),
  },
  /**
   * The same as a PDF, with contents and tags, where the reader says; `name` is a suggestion. `ask` means that the browser's
   * print dialog has to do it. Fails with print-failed, file-not-saved.
   */
  'paper:pdf': {
    request: z.strictObject({ name: pdfNameSchema }),
    /** `name` is the one that the reader has given the file. */
    response: z.strictObject({ outcome: z.enum(['saved', 'declined', 'ask']), name: z.string().optional() }),
  },
  /**
   * The whole book as an EPUB, in one or two languages, saved where the reader says. `ask` means that the page saves
   * `content` itself under `name`. Fails with not-found, book-damaged, file-not-saved.
   */
  'book:epub': {
    request: z.strictObject({ bookId: idSchema, langs: z.array(langSchema).min(1).max(2), marks: z.enum(paperMarks) }),
    response: z.strictObject({
      outcome: z.enum(['saved', 'declined', 'ask']),
      /** The one that the reader has given the file, or the one that is proposed. */
      name: z.string(),
      content: z.base64().optional(),
    }),
  },
} as const satisfies Record<ChannelName, { request: z.ZodType; response: z.ZodType }>;

export const events = {
  /** A menu item was chosen; `id` is a command of the page's registry. */
  'command:chosen': z.strictObject({ id: z.string().max(100) }),
  /** The system hands over the address of a place, `recto://…`, as somebody has written it: it may lead nowhere. */
  'link:arrived': z.strictObject({ address: z.string().max(2000) }),
  /** The system hands over a file: `arrivals:list` has it. */
  'file:arrived': z.strictObject({ name: z.string() }),
  /** Marks of a book were changed, by this page or another. */
  'marks:changed': marksChangedSchema,
  /** So many marks of a book were changed, or by another program, that they are not told one by one: they are to be read again. */
  'marks:outdated': ofBook,
  /** The folder of notes stands differently than before. */
  'notes:written': notesFolderSchema,
  /** How far the compiling of a book is, in chapter files. */
  'shelf:progressed': z.strictObject({ done: z.int(), total: z.int(), file: z.string() }),
  /** A book came onto the shelf, was compiled again or taken away, by this page or another. */
  'shelf:changed': ofBook,
  /** Settings were changed, by this page or another; all of them as they are now. */
  'settings:changed': settingsSchema,
  /** This window shows its page larger or smaller (in percent), or has begun or ceased to fill the screen. */
  'window:changed': z.strictObject({
    what: z.enum(['zoom', 'fullScreen']),
    zoom: z.int().positive(),
    fullScreen: z.boolean(),
  }),
} as const satisfies Record<EventName, z.ZodType>;

export type Request<N extends ChannelName> = z.infer<(typeof channels)[N]['request']>;
export type Response<N extends ChannelName> = z.infer<(typeof channels)[N]['response']>;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;

/** What a host offers its page: one function a channel, and one way to listen. */
export type HostApi = { readonly [N in ChannelName]: (request: Request<N>) => Promise<Result<Response<N>>> } & {
  /** Calls `listener` for each event of that name; returns a function that stops it. */
  readonly on: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) => () => void;
};

/** The services behind the contract, the same in both hosts. Requests are already checked. */
export type Handlers = { readonly [N in ChannelName]: (request: Request<N>) => Promise<Result<Response<N>>> };
