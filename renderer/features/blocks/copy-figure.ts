/** Copying a piece of code on the page: for the button beside it, and for its context menu. */
import type { Messages } from '../../i18n/messages.ts';
import type { BlockActions } from './actions.ts';
import { codeCopy } from './copy-code.ts';
import { filledText, type PlaceholderValues } from './placeholders.ts';

const shortText = 60;

/** Copies the code of `figure`, filled in, and says what was copied; resolves to that, or to undefined where nothing was. */
export async function copyFigure(
  figure: HTMLElement,
  values: PlaceholderValues,
  actions: Pick<BlockActions, 'copyText' | 'announce'>,
  words: Messages['desk'],
): Promise<string | undefined> {
  const code = figure.querySelector('code');
  if (!code) return undefined;
  const copied = codeCopy(filledText(code, values), figure.dataset.lang ?? '');
  if (!(await actions.copyText(copied.text))) return undefined;
  const sentence = whatWasCopied(copied, figure.dataset.output !== undefined, words);
  actions.announce(sentence);
  return sentence;
}

function whatWasCopied(
  { text, kind, count }: ReturnType<typeof codeCopy>,
  isOutput: boolean,
  words: Messages['desk'],
): string {
  if (isOutput) return words.copiedOutput(count);
  if (kind === 'commands') return words.copiedCommands(count);
  if (count > 1) return words.copiedLines(count);
  return words.copiedText(text.length <= shortText ? text : `${text.slice(0, shortText)}…`);
}
