/** What is meant on the page: the selection, the block under the cursor, the one at the reading line. */
import type { Chapter } from '../../../core/book/model.ts';
import type { Spot } from '../../../core/contract/marks.ts';
import { selectedText } from '../../anchor/selected-text.ts';
import { cursorBlock } from '../../features/cursor/block-cursor.ts';
import type { AppStore } from '../../state/app-state.ts';

export interface Spots {
  /** The chapter on the page, if there is one. */
  readonly chapter: () => Chapter | undefined;
  /** The block that is meant where nothing is selected; undefined before a chapter is there. */
  readonly currentBlock: () => string | undefined;
  /** What is selected, else the block; with its words. A heading stands for what is below it, unless its own `words` are meant. */
  readonly spotFor: (
    blockId: string | undefined,
    words?: boolean,
  ) => { readonly spot: Spot; readonly quote: string } | undefined;
  /** The text of a block of the chapter on the page. */
  readonly textOf: (blockId: string) => string;
}

export function spotsOn(page: Window, store: AppStore): Spots {
  const chapter: Spots['chapter'] = () => {
    const { shown } = store.getState().reading;
    return shown.kind === 'chapter' ? shown.chapter : undefined;
  };
  const currentBlock = (): string | undefined => cursorBlock(page)?.dataset.block ?? store.getState().progress.blockId;
  const textOf: Spots['textOf'] = (blockId) => {
    const blocks = chapter()?.sections.flatMap((section) => section.blocks) ?? [];
    return blocks.find(({ id }) => id === blockId)?.text ?? '';
  };
  return {
    chapter,
    currentBlock,
    textOf,
    spotFor(blockId, words = false) {
      const shown = chapter();
      const text = page.document.querySelector<HTMLElement>('main article');
      if (!shown) return undefined;
      const selected = blockId === undefined && text ? selectedText(text, page.getSelection()) : undefined;
      if (selected) {
        const { lang, range, text: quote } = selected;
        return { spot: { target: 'text', chapterId: shown.id, lang, range }, quote };
      }
      const block = blockId ?? currentBlock();
      const spot = block === undefined ? undefined : spotOfBlock(shown, block, words);
      return spot && block !== undefined ? { spot, quote: textOf(block) } : undefined;
    },
  };
}

export function spotOfBlock({ id, lang, sections }: Chapter, blockId: string, words = false): Spot | undefined {
  const section = sections.find(({ blocks }) => blocks.some((block) => block.id === blockId));
  if (!section) return undefined;
  if (!words && section.blocks[0]?.id === blockId)
    return { target: 'section', chapterId: id, lang, sectionId: section.id };
  return { target: 'block', chapterId: id, lang, blockId };
}
