import { createPortal } from 'react-dom';
import { setCursor } from '../../features/cursor/block-cursor.ts';
import type { OpenContextMenu } from '../../state/context-menu.ts';
import { Menu } from '../../ui/Menu.tsx';
import type { Services } from '../services.ts';
import { menuItems } from './menu-items.ts';

export interface ContextMenuPaneProps {
  readonly services: Services;
  readonly menu: OpenContextMenu;
}

/** A context menu where the host draws none. */
export function ContextMenuPane({ services, menu }: ContextMenuPaneProps) {
  const { label, at, from, offers } = menu;
  // Beside a modal panel nothing can be chosen: there it stands within.
  return createPortal(
    <Menu
      label={label}
      at={at}
      items={menuItems(offers, services)}
      onClose={(how) => {
        services.store.setState(({ panels }) => ({ panels: { ...panels, contextMenu: undefined } }));
        if (how === 'beside' || !(from instanceof HTMLElement)) return;
        // A block that has the focus is where the cursor is.
        if (from.matches('article [data-block]')) setCursor(from);
        else from.focus({ preventScroll: true });
      }}
    />,
    document.querySelector('dialog:modal') ?? document.querySelector('main') ?? document.body,
  );
}
