/** Parts of the page that are fetched later (scripts and their style sheets), and what can be done where one does not come. */
import type { Failure } from '../../core/contract/result.ts';

/** How Chromium and the bundler's loader say that a script or a style sheet could not be fetched; the address stands behind. */
const sayings = /(?:dynamically imported module|preload CSS for):? *(\S*)/;

/** The failure to fetch a part of the page, with the name of its file; undefined for any other error. */
export function missingPart(error: unknown): Failure | undefined {
  const [, address] = sayings.exec(String(error)) ?? [];
  if (address === undefined) return undefined;
  return { code: 'part-missing', details: { what: address.slice(address.lastIndexOf('/') + 1) } };
}

const missingSheets = new Set<HTMLLinkElement>();

/** Remembers the style sheets that do not come, for `mendStyleSheets`. Call once. */
export function noteMissingStyleSheets(page: Document): void {
  page.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missingSheets.add(target);
    },
    // The event of an element that does not load goes down to it, not up from it.
    true,
  );
}

/**
 * Asks once more for the style sheets that did not come: the bundler's loader asks for each only once, and a part of the page
 * that comes later would stand there without its looks.
 * @throws Error in the loader's words when one does not come this time either.
 */
export async function mendStyleSheets(): Promise<void> {
  const links = [...missingSheets];
  missingSheets.clear();
  await Promise.all(links.map(askAgain));
}

function askAgain(link: HTMLLinkElement): Promise<void> {
  const again = link.cloneNode() as HTMLLinkElement;
  return new Promise((resolve, reject) => {
    again.addEventListener('load', () => resolve());
    again.addEventListener('error', () => reject(new Error(`Unable to preload CSS for ${link.href}`)));
    link.replaceWith(again);
  });
}
