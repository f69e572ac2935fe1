/** What a person sees of marks beside and in the text. */
import type { Locator, Page } from 'playwright/test';

/** Signs beside the text, by what they say. */
export function sign(page: Page, name: string | RegExp): Locator {
  return page.getByRole('list', { name: '书签与笔记' }).getByRole('button', { name });
}

/** What is said aloud. */
export function said(page: Page, text: string | RegExp): Locator {
  return page.getByRole('status').filter({ hasText: text });
}

/** The words that are painted in a colour. */
export function painted(page: Page, color: string): Promise<string[]> {
  return page.evaluate(
    (name) => Array.from(CSS.highlights.get(`mark-${name}`) ?? [], (range) => (range as Range).toString()),
    color,
  );
}
