/**
 * What shows when the reader cannot start. It needs nothing but the dictionary: no React, no state, no book.
 */
import type { Failure } from '../../core/contract/result.ts';
import { explain, messagesFor } from '../i18n/ui-language.ts';
import { resolveUiLanguage } from '../../core/contract/ui-language.ts';
import './start-failure.css';

/** Fills the page with what went wrong and the way out, in the system's language. */
export function showStartFailure(page: Window, root: HTMLElement, failure: Failure | 'page-damaged'): void {
  const language = resolveUiLanguage('system', page.navigator.languages);
  const messages = messagesFor(language);
  const { what, wayOut } = failure === 'page-damaged' ? messages.start.pageDamaged : explain(messages, failure);
  const { document } = page;
  document.documentElement.lang = language;
  document.title = `${messages.start.title} – Recto`;

  const panel = document.createElement('main');
  panel.className = 'start-failure';
  panel.setAttribute('role', 'alert');
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.textContent = messages.tryAgain;
  retry.addEventListener('click', () => page.location.reload());
  panel.append(
    element(document, 'h1', messages.start.title),
    element(document, 'p', what),
    element(document, 'p', wayOut),
    retry,
  );
  root.replaceChildren(panel);
}

function element(document: Document, name: 'h1' | 'p', text: string): HTMLElement {
  const created = document.createElement(name);
  created.textContent = text;
  return created;
}
