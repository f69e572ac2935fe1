/** The fonts of the text on paper. They are asked for beforehand: a page that is printed does not wait for one. */

const families = ['--font-han-text', '--font-latin-text', '--font-han-ui', '--font-latin-ui', '--font-code'];

/** Fetches the parts of all fonts that hold the letters of `text`. Those that cannot be had are left to the system's. */
export async function fetchPaperFonts(page: Document, text: string): Promise<void> {
  const letters = [...new Set(text)].join('');
  const style = getComputedStyle(page.documentElement);
  const wanted = families.flatMap((name) => {
    const family = style.getPropertyValue(name);
    return family === '' ? [] : [`1em ${family}`, `italic 1em ${family}`];
  });
  const loads = wanted.map((font) => page.fonts.load(font, letters));
  for (const load of await Promise.allSettled(loads)) {
    if (load.status === 'rejected') console.warn('A font is not there for the text on paper.', load.reason);
  }
}
