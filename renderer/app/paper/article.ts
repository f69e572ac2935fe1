/** One chapter on paper, in one language or two. */
import { localized } from '../../../core/book/contents.ts';
import type { Block, Chapter } from '../../../core/book/model.ts';
import { oneLanguage, pairBlocks, type Pair } from '../../../core/book/pair-blocks.ts';
import { chapterMarks } from '../../../core/paper/chapter-marks.ts';
import type { PaperChoice } from '../../../core/paper/choice.ts';
import type { PlannedChapter } from '../../../core/paper/chosen.ts';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { paperBlock, type BlockParts } from './block.ts';
import { splitLines } from './code-lines.ts';
import { make } from './dom.ts';
import { paintOnPaper, type NoteIds } from './paint-marks.ts';
import { noteList, type PartContext } from './parts.ts';

export interface ArticleContext extends PartContext {
  readonly choice: Pick<PaperChoice, 'text' | 'marks'>;
  readonly marks: readonly PlacedMark[];
  readonly htmlOf: (markdown: string) => string;
  /** Whether the chapter stands alone: then its title is the first heading of all. */
  readonly alone: boolean;
}

/** `chapters` has the chapter in its main language and, where both are printed and it has both, the other one. */
export function chapterOnPaper(
  context: ArticleContext,
  { entry, level, opens }: PlannedChapter,
  [main, translation]: readonly [Chapter, Chapter?],
): HTMLElement {
  const { ids, manifest, choice, words } = context;
  const base = context.alone ? 1 : level;
  const parts: BlockParts = { bookId: manifest.id, ids, printed: context.printed, deeper: base - 1 };
  const elements = new Map<string, HTMLElement>();
  const sections = translation ? pairBlocks(main, translation) : oneLanguage(main);

  const place = (block: Block | undefined, lang: string, pair: Pair, side?: 'main' | 'translation'): HTMLElement[] => {
    if (!block) return [];
    const element = paperBlock(block, lang, parts);
    if (!elements.has(`${block.id} `)) {
      elements.set(`${block.id} `, element);
      element.id = ids.of(main.id, block.id);
    }
    elements.set(`${block.id} ${lang}`, element);
    if (side) {
      element.classList.add('prose');
      element.dataset.side = side;
      element.dataset.shape = pair.shape;
    }
    return [element];
  };

  const article = make('article', {
    class: translation ? 'paper-both' : 'prose',
    lang: main.lang,
    id: ids.of(main.id),
  });
  if (translation) article.dataset.layout = choice.text === 'side' ? 'side' : 'stacked';
  if (!context.alone) {
    for (const open of opens) {
      const title = localized(open.entry.title, main.lang, manifest.languages);
      article.append(make('h1', { class: 'paper-part', 'aria-level': String(Math.min(6, open.level)) }, title));
    }
  }
  for (const section of sections) {
    const element = make('section', { id: ids.of(main.id, section.id) });
    for (const pair of section.pairs) {
      const { main: ours, translation: theirs, shape } = pair;
      if (!translation) element.append(...place(ours, main.lang, pair));
      else {
        const both = [
          ...place(ours, main.lang, pair, 'main'),
          ...(shape === 'once' ? [] : place(theirs, translation.lang, pair, 'translation')),
        ];
        const kind = ours?.kind ?? theirs?.kind;
        element.append(make('div', { class: 'paper-pair', 'data-kind': kind, 'data-shape': shape }, ...both));
      }
    }
    article.append(element);
  }

  const noteIds: NoteIds = {
    note: (number) => ids.of(entry.id, `note ${number}`),
    reference: (number) => ids.of(entry.id, `reference ${number}`),
  };
  const langs = translation ? [main.lang, translation.lang] : [main.lang];
  const blockIds = sections.flatMap(({ pairs }) => pairs.map(({ id }) => id));
  const reader = chapterMarks(context.marks, entry.id, blockIds, langs, choice.marks);
  paintOnPaper(reader, (id, lang) => elements.get(`${id} ${lang ?? ''}`), noteIds);
  article.querySelectorAll('figure.code pre').forEach(splitLines);
  if (reader.notes.length > 0) {
    const list = { title: words.notes, level: Math.min(6, base + 1), noteIds, htmlOf: context.htmlOf };
    article.append(noteList(context, reader.notes, list));
  }
  return article;
}
