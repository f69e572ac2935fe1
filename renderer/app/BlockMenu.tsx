import { useMemo } from 'react';
import { formatDeepLink } from '../../core/book/deep-link.ts';
import { setCursor } from '../features/cursor/block-cursor.ts';
import { useMessages } from '../i18n/messages-context.ts';
import { readSummary } from '../state/reads.ts';
import { useAppState } from '../state/store-context.ts';
import { Menu } from '../ui/Menu.tsx';
import type { Services } from './services.ts';

export interface BlockMenuProps {
  readonly services: Services;
  readonly blockId: string;
}

/** What can be done with the block under the cursor. */
export function BlockMenu({ services, blockId }: BlockMenuProps) {
  const { blockActions, store } = services;
  const { cursor: words, commands, contents } = useMessages();
  const { ofSection } = useAppState(readSummary);
  const manifest = useAppState((state) => state.reading.manifest);
  const shown = useAppState((state) => state.reading.shown);
  const element = useMemo(
    () => document.querySelector<HTMLElement>(`article [data-block="${CSS.escape(blockId)}"]`),
    [blockId],
  );
  const at = useMemo(() => placeFor(element), [element]);
  if (shown.kind !== 'chapter') return null;
  const { chapter } = shown;
  const block = chapter.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === blockId);

  const section = chapter.sections.find(({ blocks }) => blocks[0]?.id === blockId);
  const as = section && ofSection(chapter.id, section.id) === 'done' ? 'unread' : 'done';

  const copy = (text: string, done: string): void =>
    void blockActions.copyText(text).then((copied) => {
      if (copied) blockActions.announce(done);
    });

  return (
    <Menu
      label={words.menu}
      at={at}
      items={[
        {
          id: 'bookmark',
          label: commands.markBookmark,
          run: () => void services.marks().then((marks) => marks.toggleBookmark(blockId)),
        },
        {
          id: 'highlight',
          label: commands.markHighlight,
          run: () => void services.marks().then((marks) => marks.highlight('yellow', blockId)),
        },
        {
          id: 'note',
          label: commands.markNote,
          run: () => void services.marks().then((marks) => marks.note(blockId)),
        },
        ...(block?.kind === 'heading'
          ? (['chapter', 'book'] as const).map((on) => ({
              id: `note ${on}`,
              label: words.noteOn[on],
              run: () => void services.marks().then((marks) => marks.noteOn(on)),
            }))
          : []),
        ...(section
          ? [
              {
                id: 'read',
                label: contents.markAs[as],
                run: () => void services.marks().then(({ reads }) => reads.mark(chapter.id, section.id, as)),
              },
            ]
          : []),
        {
          id: 'link',
          label: words.copyLink,
          run: () => {
            const link = formatDeepLink({ bookId: manifest.id, chapterId: chapter.id, targetId: blockId });
            copy(link, words.linkCopied);
          },
        },
        { id: 'text', label: words.copyText, run: () => copy(block?.text ?? '', words.textCopied) },
      ]}
      onClose={(how) => {
        store.setState(({ panels }) => ({ panels: { ...panels, menuBlockId: undefined } }));
        if (element && how !== 'beside') setCursor(element);
      }}
    />
  );
}

/** Below the block, or below the first lines of a long one; at the top of the window where these are out of sight. */
function placeFor(element: HTMLElement | null): { left: number; top: number } {
  const box = (element?.firstElementChild ?? element)?.getBoundingClientRect();
  const belowBarPx = 64;
  const fewLinesPx = 72;
  const top = box ? Math.min(box.bottom, box.top + fewLinesPx) : 0;
  return { left: box?.left ?? 0, top: Math.max(belowBarPx, top) };
}
