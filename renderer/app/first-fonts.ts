/** The fonts with which the first text would move if they came after it. */
import type { Settings } from '../../core/contract/settings.ts';

/**
 * Fetches the bundled fonts for Latin letters: that of the interface and, for a text in such letters, that of the text. A
 * line breaks elsewhere in another font. Han characters are one em wide in every font, so theirs may come later. Rejects
 * where a font cannot be fetched.
 */
export async function fetchFirstFonts(fonts: FontFaceSet, lang: string, { latinFont }: Settings): Promise<void> {
  const families = ['Inter Variable'];
  if (!/^zh\b/.test(lang) && latinFont === 'serif') families.push('Source Serif 4 Variable');
  await Promise.all(families.map((family) => fonts.load(`1em "${family}"`)));
}
