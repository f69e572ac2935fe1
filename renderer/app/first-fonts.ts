/** The fonts with which the first text would move if they came after it. */
import type { Settings } from '../../core/contract/settings.ts';

/**
 * Fetches the bundled fonts of the interface, of code and of texts in `langs`: a line breaks elsewhere in another font, a word of
 * code in it moves what follows, and a system may have none for Chinese. Rejects where a font cannot be fetched.
 */
export async function fetchFirstFonts(fonts: FontFaceSet, langs: readonly string[], settings: Settings): Promise<void> {
  const wanted = langs.flatMap((lang) => firstFonts(/^zh\b/.test(lang), settings));
  await Promise.all([...new Set(wanted)].map((font) => fonts.load(font)));
}

/** The first font of the text as tokens.css has it, where that is not one of the system, and the interface's. */
function firstFonts(han: boolean, { hanFont, latinFont, codeFont }: Settings): string[] {
  const always = ["1em 'Inter Variable'", ...(codeFont === 'system' ? [] : ["1em 'JetBrains Mono Variable'"])];
  if (!han) return [...always, ...(latinFont === 'serif' ? ["1em 'Source Serif 4 Variable'"] : [])];
  const text = { serif: ['Recto Serif SC'], sans: ['Recto Sans SC'], system: [] }[hanFont];
  return [...always, "1em 'Recto Sans SC'", ...text.flatMap((family) => [`1em '${family}'`, `600 1em '${family}'`])];
}
