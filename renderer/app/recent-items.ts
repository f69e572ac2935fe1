import type { Trail } from '../../core/contract/trail.ts';
import type { PaletteItem } from '../features/palette/palette-item.ts';

const recentLimit = 8;

/** The places of the history, newest first, each once and without the one that is open: what an empty palette offers. */
export function recentItems(trail: Trail, places: readonly PaletteItem[]): PaletteItem[] {
  const byId = new Map(places.map((item) => [item.id, item]));
  const ids = trail.points.map(({ chapterId, targetId, place }) => {
    const sectionId = place ? place.blockId.slice(0, place.blockId.lastIndexOf('.')) : targetId;
    const heading = `${chapterId}/${sectionId ?? ''}`;
    return byId.has(heading) ? heading : chapterId;
  });
  const here = ids[trail.at];
  // Entered anew by each visit, so that the last visit decides.
  const order = [...ids.slice(trail.at + 1).reverse(), ...ids.slice(0, trail.at + 1)].reverse();
  return [...new Set(order)]
    .filter((id) => id !== here)
    .flatMap((id) => byId.get(id) ?? [])
    .slice(0, recentLimit);
}
