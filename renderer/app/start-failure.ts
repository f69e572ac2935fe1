/**
 * What shows when the reader cannot start. It needs no React, no state and no book; where even the dictionary cannot be had,
 * it says that the reader is damaged.
 */
import type { Failure } from '../../core/contract/result.ts';
import { loadWording } from '../i18n/dictionaries.ts';
import { startMessages } from '../i18n/start.ts';
import { explain } from '../i18n/ui-language.ts';
import { resolveUiLanguage } from '../../core/contract/ui-language.ts';
import './start-failure.css';

/** Fills the page with what went wrong and the way out, in the system's language. */
export async function showStartFailure(
  page: Window,
  root: HTMLElement,
  failure: Failure | 'page-damaged',
): Promise<void> {
  const language = resolveUiLanguage('system', page.navigator.languages);
  const messages = startMessages[language];
  const explained =
    failure === 'page-damaged'
      ? messages.pageDamaged
      : loadWording(language).then(
          (wording) => explain(wording.messages, failure),
          () => messages.pageDamaged,
        );
  const { what, wayOut } = await explained;
  const { document } = page;
  document.documentElement.lang = language;
  document.title = `${messages.title} – Recto`;

  const main = document.createElement('main');
  const panel = document.createElement('div');
  panel.className = 'start-failure';
  panel.setAttribute('role', 'alert');
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.textContent = messages.tryAgain;
  retry.addEventListener('click', () => page.location.reload());
  panel.append(
    element(document, 'h1', messages.title),
    element(document, 'p', what),
    element(document, 'p', wayOut),
    retry,
  );
  main.append(panel);
  root.replaceChildren(main);
}

function element(document: Document, name: 'h1' | 'p', text: string): HTMLElement {
  const created = document.createElement(name);
  created.textContent = text;
  return created;
}
