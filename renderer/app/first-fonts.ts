/** The fonts with which the first text would move if they came after it. */
import type { Settings } from '../../core/contract/settings.ts';

/**
 * Fetches the bundled fonts for Latin letters in the interface and in a text in `lang`: a line breaks elsewhere in
 * another font. Han characters are one em wide in every font, so theirs may come later. Rejects where a font cannot be
 * fetched.
 */
export async function fetchFirstFonts(fonts: FontFaceSet, lang: string, settings: Settings): Promise<void> {
  const families = ['Inter Variable', ...textFamily(/^zh\b/.test(lang), settings)];
  await Promise.all(families.map((family) => fonts.load(`1em "${family}"`)));
}

/** The first font of the text as tokens.css has it; none where that is a font of the system, or the interface's. */
function textFamily(han: boolean, { hanFont, latinFont }: Settings): string[] {
  const chosen = han ? hanFont : latinFont;
  if (chosen === 'serif') return [han ? 'Noto Serif SC Variable' : 'Source Serif 4 Variable'];
  return chosen === 'sans' && han ? ['Noto Sans SC Variable'] : [];
}
