/** Offers as the items of a menu that the page draws. */
import { shortcutKeys } from '../../../core/keys/shortcut.ts';
import { contextWords } from '../../../core/menu/context-items.ts';
import type { MenuItem } from '../../ui/Menu.tsx';
import type { Services } from '../services.ts';
import type { Offer } from '../../state/context-menu.ts';

export function menuItems(offers: readonly Offer[], { words, mac }: Pick<Services, 'words' | 'mac'>): MenuItem[] {
  const names = contextWords[words().language];
  return offers.map(({ id, group, key, run }, at) => ({
    id,
    label: names[id],
    keys: key && shortcutKeys(key, mac).join(mac ? '' : '+'),
    startsGroup: at > 0 && offers[at - 1]?.group !== group,
    run,
  }));
}
