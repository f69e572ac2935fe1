/** What the offers of all context menus share. */
import { keysInForce } from '../../../core/keys/bindings.ts';
import type { CommandId } from '../commands/commands.ts';
import { defaultKeys } from '../keys.ts';
import type { Marks } from '../marks/marks.ts';
import type { Services } from '../services.ts';
import type { Offer } from '../../state/context-menu.ts';

/** An offer that a command of the registry makes good, with its key. */
export function offerOf(services: Services, id: Offer['id'] & CommandId, group: number, run?: () => void): Offer {
  const { commands, store } = services;
  const key = keysInForce(defaultKeys(commands), store.getState().settings.keys)[id]?.[0];
  return { id, group, key, run: run ?? commands[id].run };
}

/** Copies a text and says so. */
export function copy({ blockActions, words }: Services, text: string, said: 'textCopied' | 'linkCopied'): void {
  void blockActions.copyText(text).then((copied) => {
    if (copied) blockActions.announce(words().messages.cursor[said]);
  });
}

export function withMarks({ marks, sayFailure }: Services, use: (loaded: Marks) => unknown): void {
  marks().then(use).catch(sayFailure);
}
