import type { Heading } from './model.ts';

/**
 * The headings from the outermost down to `id`, that one last; empty where there is none of that id (the chapter's title is
 * not among `headings`). `headings` are those of one chapter in reading order.
 */
export function headingPath(headings: readonly Heading[], id: string): Heading[] {
  const path: Heading[] = [];
  for (const heading of headings) {
    while ((path.at(-1)?.depth ?? 0) >= heading.depth) path.pop();
    path.push(heading);
    if (heading.id === id) return path;
  }
  return [];
}
