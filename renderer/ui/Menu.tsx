import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import styles from './Menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** The keys that do the same, as they are printed. */
  readonly keys?: string | undefined;
  /** Whether a line stands before it. */
  readonly startsGroup?: boolean;
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

/** A small menu while it is mounted: arrow keys, Home, End, first letters, Enter; Esc, Tab or a click beside it close it. */
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

  // As the menus of systems do: what it was opened at stands elsewhere then.
  useEffect(() => {
    const close = (): void => onClose('dismissed');
    window.addEventListener('resize', close);
    return () => window.removeEventListener('resize', close);
  }, [onClose]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const buttons = Array.from(menu.current?.querySelectorAll('button') ?? []);
    const focused = buttons.findIndex((button) => button === document.activeElement);
    const to: Record<string, number> = {
      ArrowDown: (focused + 1) % buttons.length,
      ArrowUp: (focused - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const index = to[event.key] ?? startingWith(event.key, focused);
    if (index !== undefined) buttons[index]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose('dismissed');
    else return;
    event.preventDefault();
  }

  /** The next item whose label begins with what was typed, around the end; undefined where none does. */
  function startingWith(key: string, focused: number): number | undefined {
    const begins = ({ label: words }: MenuItem): boolean => words.toLowerCase().startsWith(key.toLowerCase());
    const order = items.map((_, step) => (focused + 1 + step) % items.length);
    return key.length === 1 && key !== ' ' ? order.find((index) => items[index] && begins(items[index])) : undefined;
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
      // What is selected in the text stays selected: it is what the menu is about.
      onMouseDown={(event) => event.preventDefault()}
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
          data-group={item.startsGroup ? '' : undefined}
          aria-keyshortcuts={item.keys}
          onClick={() => {
            onClose('chosen');
            item.run();
          }}
        >
          <span>{item.label}</span>
          {item.keys !== undefined && <kbd aria-hidden="true">{item.keys}</kbd>}
        </button>
      ))}
    </div>
  );
}
