/**
 * The text as it goes on paper: a document beside the reader's own, made from the book and not from what is on the screen,
 * and shown in print alone (paper.css and those beside it). While it stands, the page prints it and nothing else.
 */
import './paper.css';
import './sheets.css';
import './text.css';
import './blocks.css';
import './both.css';
import './marks.css';
import { localized } from '../../../core/book/contents.ts';
import type { BookManifest, Chapter, ChapterEntry } from '../../../core/book/model.ts';
import type { HostApi } from '../../../core/contract/channels.ts';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import type { Result } from '../../../core/contract/result.ts';
import { otherNotes } from '../../../core/paper/chapter-marks.ts';
import { paperLangs, type PaperChoice } from '../../../core/paper/choice.ts';
import { chosenChapters, plannedChapters, prunedContents } from '../../../core/paper/chosen.ts';
import { paperWords } from '../../../core/paper/words.ts';
import { formatRoute } from '../route.ts';
import { chapterOnPaper, type ArticleContext } from './article.ts';
import { make } from './dom.ts';
import { fetchPaperFonts } from './fonts.ts';
import { createPaperIds } from './ids.ts';
import { pageRules, type RunningTitle } from './page-rules.ts';
import { contentsPage, noteList, titlePage } from './parts.ts';

export interface PaperOrder {
  readonly page: Window;
  readonly host: Pick<HostApi, 'book:read'>;
  readonly manifest: BookManifest;
  /** The chapter and the language that are read. */
  readonly chapterId: string;
  readonly lang: string;
  readonly choice: PaperChoice;
  readonly marks: readonly PlacedMark[];
  readonly signal: AbortSignal;
  /** Told after each chapter. */
  readonly onProgress: (done: number, of: number) => void;
}

export interface PaperDocument {
  /** The title of the document: of the book, or of the one chapter in it. */
  readonly title: string;
  /** Takes the document away; the page prints itself again. */
  readonly remove: () => void;
}

/** Undefined where `signal` was given before it was done. Fails with what a chapter fails with. */
export async function preparePaper(order: PaperOrder): Promise<Result<PaperDocument | undefined>> {
  const { page, host, manifest, chapterId, lang, choice, marks, signal, onProgress } = order;
  const langs = paperLangs(choice.text, manifest.languages, lang);
  const chosen = chosenChapters(manifest, choice, chapterId);
  const printed = new Set(chosen);
  const contents = prunedContents(manifest.contents, printed);
  const planned = plannedChapters(contents);
  const words = paperWords(langs[0]);
  const ids = createPaperIds();
  // Only who prints notes needs what reads Markdown.
  const notes = choice.marks === 'notes' ? await import('../../../core/marks/note-html.ts') : undefined;
  const htmlOf = (markdown: string): string => notes?.noteHtml(markdown, manifest.id, formatRoute) ?? '';
  const alone = choice.scope === 'chapter';
  const context: ArticleContext = { manifest, langs, words, ids, choice, printed, marks, htmlOf, alone };

  const root = make('div', { class: 'paper', lang: langs[0], 'data-marks': choice.marks });
  root.style.setProperty('--paper-points', String(choice.points));
  if (!alone) root.append(titlePage(context, planned.length));
  if (!alone && choice.contents && planned.length > 1) root.append(contentsPage(context, contents));
  const titles: RunningTitle[] = [];
  for (const [at, plan] of planned.entries()) {
    const wanted = langs.filter((one) => plan.entry.languages.includes(one));
    const available = wanted.length === 0 ? plan.entry.languages.slice(0, 1) : wanted;
    const read: Chapter[] = [];
    for (const one of available) {
      const chapter = await host['book:read']({ bookId: manifest.id, chapterId: plan.entry.id, lang: one });
      if (!chapter.ok) return chapter;
      read.push(chapter.value);
    }
    if (signal.aborted) return { ok: true, value: undefined };
    const [main, translation] = read;
    if (!main) continue;
    const article = chapterOnPaper(context, plan, translation ? [main, translation] : [main]);
    article.style.setProperty('page', `paper-${at}`);
    titles.push({
      page: `paper-${at}`,
      left: localized(manifest.title, langs[0], manifest.languages),
      right: main.title,
    });
    root.append(article);
    onProgress(at + 1, planned.length);
  }
  // Notes that belong to no chapter go with the whole book: none is left out of it.
  if (choice.scope === 'book') {
    for (const [kind, title] of [['book', words.notesOnBook] as const, ['lost', words.notesLost] as const]) {
      const others = otherNotes(marks, kind, choice.marks);
      if (others.length === 0) continue;
      root.append(noteList(context, others, { title, level: 1, noteIds: undefined, htmlOf }));
    }
  }
  tidyLinks(root);
  await fetchPaperFonts(page.document, `${root.textContent}0123456789…（）()`);
  await Promise.all(Array.from(root.querySelectorAll('img'), (image) => image.decode().catch(() => undefined)));
  if (signal.aborted) return { ok: true, value: undefined };
  const title = titleFor(order, langs[0], alone ? planned[0]?.entry : undefined);
  const narrow = choice.text === 'side' && langs.length > 1;
  return { ok: true, value: putOnPage(page, root, pageRules(choice.size, narrow, titles, langs[0]), title) };
}

/** A link to a section that a chapter does not have leads nowhere; its words stay. */
function tidyLinks(root: HTMLElement): void {
  const ids = new Set(Array.from(root.querySelectorAll('[id]'), ({ id }) => id));
  for (const link of root.querySelectorAll('a[href^="#"]')) {
    if (!ids.has((link.getAttribute('href') ?? '').slice(1))) link.replaceWith(...link.childNodes);
  }
}

/** The title of a PDF, and the name that a print window proposes for it. */
function titleFor({ manifest }: PaperOrder, lang: string, only: ChapterEntry | undefined): string {
  const titles = [only?.title, manifest.title].filter((title) => title !== undefined);
  return titles.map((title) => localized(title, lang, manifest.languages)).join(' – ');
}

function putOnPage({ document }: Window, root: HTMLElement, rules: string, title: string): PaperDocument {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const html = document.documentElement;
  const before = document.title;
  document.adoptedStyleSheets.push(sheet);
  html.dataset.paper = '';
  document.title = title;
  document.body.append(root);
  return {
    title,
    remove() {
      root.remove();
      delete html.dataset.paper;
      document.title = before;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    },
  };
}
