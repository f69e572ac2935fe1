import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AppState, AppStore } from './app-state.ts';

export const StoreContext = createContext<AppStore | undefined>(undefined);

/** What `selector` takes from the state; the component draws again when that changes. */
export function useAppState<T>(selector: (state: AppState) => T): T {
  const store = useContext(StoreContext);
  if (!store) throw new Error('useAppState needs a StoreContext above it.');
  return useStore(store, selector);
}
