import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import styles from './Menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

export interface MenuProps {
  readonly label: string;
  /** Where it opens, in CSS pixels of the window. */
  readonly at: { readonly left: number; readonly top: number };
  readonly items: readonly MenuItem[];
  /** `beside`: a click elsewhere closed it, and the focus belongs there. */
  readonly onClose: (how: 'chosen' | 'dismissed' | 'beside') => void;
}

/** A small menu while it is mounted: arrow keys, Home, End, Enter; Esc, Tab or a click beside it close it. */
export function Menu({ label, at, items, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(at.top, window.innerHeight - height - 8))}px`;
    element.querySelector('button')?.focus();
  }, [at]);

  function onKeyDown(event: KeyboardEvent): void {
    const buttons = Array.from(menu.current?.querySelectorAll('button') ?? []);
    const focused = buttons.findIndex((button) => button === document.activeElement);
    const to: Record<string, number> = {
      ArrowDown: (focused + 1) % buttons.length,
      ArrowUp: (focused - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const index = to[event.key];
    if (index !== undefined) buttons[index]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose('dismissed');
    else return;
    event.preventDefault();
  }

  return (
    // Its items have the focus; the keys come up from them.
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={menu}
      popover="auto"
      role="menu"
      aria-label={label}
      className={styles.menu}
      onKeyDown={onKeyDown}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose('beside');
      }}
    >
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose('chosen');
            item.run();
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}
