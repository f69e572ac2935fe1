import axe from 'axe-core';
import type { Page } from 'playwright/test';

/** What axe finds against WCAG 2.2 AA and its own best practices, one line a finding. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  // Colours are judged when nothing is fading any more.
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      // The corner of a table whose rows have names of their own is empty.
      rules: { 'empty-table-header': { enabled: false } },
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
    );
  });
}
