import type { MarkStore } from './mark-store.ts';

/** The same store, which calls `onChange` after each change that was made in it. */
export function withNews(store: MarkStore, onChange: () => void): MarkStore {
  const told = <A extends readonly unknown[], R extends { readonly ok: boolean }>(change: (...args: A) => R) => {
    return (...args: A): R => {
      const done = change(...args);
      if (done.ok) onChange();
      return done;
    };
  };
  return {
    ...store,
    change: told(store.change),
    turn: told(store.turn),
    erase: told(store.erase),
    import: told(store.import),
  };
}
