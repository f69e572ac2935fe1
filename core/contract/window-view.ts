/** How a window of its own shows the page: by the ids of the commands. A browser's tab has this from its browser. */
export const windowViews = ['zoom.in', 'zoom.out', 'zoom.reset', 'window.fullScreen'] as const;
export type WindowView = (typeof windowViews)[number];

/** How large a page can be shown, in percent; the steps between are those of browsers. */
export const zoomSteps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** The next step from `percent`, which may lie between two; itself at the end. */
export function nextZoom(percent: number, direction: 'in' | 'out'): number {
  const next =
    direction === 'in' ? zoomSteps.find((step) => step > percent) : zoomSteps.findLast((step) => step < percent);
  return next ?? percent;
}
