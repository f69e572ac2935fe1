import { failureViews } from './views/failures.ts';
import { markViews } from './views/marks.ts';
import { panelViews } from './views/panels.ts';
import { readingViews } from './views/reading.ts';
import { shelfViews } from './views/shelf.ts';
import type { View } from './view.ts';

/** All that is photographed; paper has pages instead of widths and themes (paper.ts). */
export const views: readonly View[] = [...readingViews, ...panelViews, ...markViews, ...shelfViews, ...failureViews];
