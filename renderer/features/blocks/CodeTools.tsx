import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Block } from '../../../core/book/model.ts';
import { useMessages } from '../../i18n/messages-context.ts';
import type { Messages } from '../../i18n/messages.ts';
import { useAppState } from '../../state/store-context.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { BlockActions } from './actions.ts';
import { copyFigure } from './copy-figure.ts';
import type { PlaceholderValues } from './placeholders.ts';
import { usePlaceholders } from './use-placeholders.ts';

export interface CodeToolsProps {
  readonly block: Block;
  readonly bookId: string;
  readonly actions: BlockActions;
  /** How many pieces of code the block holds: a list may have several. */
  readonly count: number;
}

/** Shorter lines fit beside the contents in any usual window. */
const longLine = 60;
const saidMs = 2500;
const noValues: PlaceholderValues = {};

/** Copying, wrapping and filling in, for the code of one block. The tools stand beside the book's HTML, not in it. */
export function CodeTools({ block, bookId, actions, count }: CodeToolsProps) {
  const { code: words, desk, placeholders: valueWords } = useMessages();
  const tools = useRef<HTMLDivElement>(null);
  const wrapAll = useAppState((state) => state.settings.wrapCode);
  const values = useAppState((state) => state.settings.placeholders[bookId]) ?? noValues;
  // The choice for this block holds until one is made for all.
  const [own, setOwn] = useState<{ readonly wrap: boolean; readonly against: boolean }>();
  const wrap = own?.against === wrapAll ? own.wrap : wrapAll;
  const [said, say] = useSaid();
  const isLong = useMemo(() => block.text.split('\n').some((line) => line.length > longLine), [block.text]);

  usePlaceholders(tools, { html: block.html, values, labelOf: valueWords.label, onOpen: actions.askPlaceholder });
  useLayoutEffect(() => {
    // Each piece of code is the anchor of its buttons (code.css).
    figuresOf(tools.current).forEach((figure, index) => {
      figure.style.setProperty('anchor-name', `--code-${index}`);
      figure.setAttribute('aria-label', describe(figure, words));
    });
  }, [block.html, words]);

  async function copy(index: number): Promise<void> {
    const figure = figuresOf(tools.current)[index];
    const sentence = figure && (await copyFigure(figure, values, actions, desk));
    if (sentence !== undefined) say(index, sentence);
  }

  function toggleWrap(): void {
    setOwn({ wrap: !wrap, against: wrapAll });
    actions.announce(words.wrapped(!wrap));
  }

  return (
    <div ref={tools} className="block-tools" data-wrap={wrap}>
      {Array.from({ length: count }, (_, index) => (
        <div
          key={index}
          className="code-tools"
          style={{ positionAnchor: `--code-${index}` }}
          data-said={said?.index === index ? said.text : undefined}
        >
          {isLong && <IconButton icon="wrap" label={words.wrap} pressed={wrap} onClick={toggleWrap} />}
          <IconButton
            icon={said?.index === index ? 'check' : 'copy'}
            label={words.copy}
            onClick={() => void copy(index)}
          />
        </div>
      ))}
    </div>
  );
}

function figuresOf(tools: HTMLElement | null): HTMLElement[] {
  return Array.from(tools?.closest('.block')?.querySelectorAll<HTMLElement>('figure.code') ?? []);
}

/** What a piece of code is, for those who hear it. */
function describe(figure: HTMLElement, words: Messages['code']): string {
  const lines = figure.querySelector('code')?.textContent.trimEnd().split('\n').length ?? 0;
  return figure.dataset.output === undefined ? words.described(figure.dataset.lang ?? '', lines) : words.output(lines);
}

/** A word beside a button that goes by itself. */
function useSaid() {
  const [said, setSaid] = useState<{ readonly index: number; readonly text: string }>();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), saidMs);
    return () => clearTimeout(timer);
  }, [said]);
  const say = useCallback((index: number, text: string) => setSaid({ index, text }), []);
  return [said, say] as const;
}
