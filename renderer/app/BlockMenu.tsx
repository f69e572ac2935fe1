import { useMemo } from 'react';
import { setCursor } from '../features/cursor/block-cursor.ts';
import { useMessages } from '../i18n/messages-context.ts';
import { useAppState } from '../state/store-context.ts';
import { Menu } from '../ui/Menu.tsx';
import { offersOfBlock } from './context/block-offers.ts';
import { menuItems } from './context/menu-items.ts';
import type { Services } from './services.ts';

export interface BlockMenuProps {
  readonly services: Services;
  readonly blockId: string;
}

/** What can be done with the block under the cursor. */
export function BlockMenu({ services, blockId }: BlockMenuProps) {
  const { cursor } = useMessages();
  const shown = useAppState((state) => state.reading.shown);
  const { article, element } = useMemo(() => {
    const text = document.querySelector<HTMLElement>('main article');
    return { article: text, element: text?.querySelector<HTMLElement>(`[data-block="${CSS.escape(blockId)}"]`) };
  }, [blockId]);
  const at = useMemo(() => placeFor(element), [element]);
  if (shown.kind !== 'chapter' || !article || !element) return null;
  return (
    <Menu
      label={cursor.menu}
      at={at}
      items={menuItems(offersOfBlock(element, article, services), services)}
      onClose={(how) => {
        services.store.setState(({ panels }) => ({ panels: { ...panels, menuBlockId: undefined } }));
        if (how !== 'beside') setCursor(element);
      }}
    />
  );
}

/** Below the block, or below the first lines of a long one; at the top of the window where these are out of sight. */
function placeFor(element: HTMLElement | null | undefined): { left: number; top: number } {
  const box = (element?.firstElementChild ?? element)?.getBoundingClientRect();
  const belowBarPx = 64;
  const fewLinesPx = 72;
  const top = box ? Math.min(box.bottom, box.top + fewLinesPx) : 0;
  return { left: box?.left ?? 0, top: Math.max(belowBarPx, top) };
}
