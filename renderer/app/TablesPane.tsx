import { useEffect } from 'react';
import { readingLine } from '../features/reading/use-placement.ts';
import { keepRows, type TableView } from '../features/tables/keep-rows.ts';
import type { Services } from './services.ts';

export interface TablesPaneProps {
  readonly services: Services;
  readonly chapterId: string;
}

/** What the tables of each chapter show, as long as the window is open. */
const shown = new Map<string, Map<string, TableView>>();

/** Draws nothing: the tables of the text keep their rows. */
export function TablesPane({ chapterId }: TablesPaneProps) {
  useEffect(() => {
    const main = document.querySelector('main');
    if (!main) return;
    const views = shown.get(chapterId) ?? new Map<string, TableView>();
    shown.set(chapterId, views);
    return keepRows(main, views, readingLine);
  }, [chapterId]);
  return null;
}
