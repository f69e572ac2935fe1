/** The ways of showing two languages, as a reader goes through them with one key. */
import type { Settings } from '../../core/contract/settings.ts';

/** The next way: beside each other, below each other, one language. Without room for two columns the first two look the same. */
export function nextBilingual(shown: Settings['bilingual'], hasRoom: boolean): Settings['bilingual'] {
  if (shown === 'off') return 'side';
  return shown === 'side' && hasRoom ? 'stacked' : 'off';
}

/** Whether two columns of text have room in the window now; the style sheet decides (bilingual.css). */
export function roomForTwo(page: Window): boolean {
  const article = page.document.querySelector('main article');
  return article !== null && page.getComputedStyle(article).getPropertyValue('--room-for-two') === '1';
}
