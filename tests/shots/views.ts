/** What is photographed: views, and the themes, languages and widths they are seen in. */
import type { Page } from 'playwright/test';
import { themes, type Theme } from '../../core/contract/theme.ts';

interface View {
  readonly name: string;
  /** Brings the reader, just opened, to the view. */
  readonly arrange: (page: Page) => Promise<void>;
}

export interface Shot {
  readonly name: string;
  readonly view: View;
  readonly language: 'zh' | 'en';
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
  readonly scale?: number;
}

async function openAt(page: Page, hash: string): Promise<void> {
  const [, chapter = ''] = /^#\/([^/]+)/.exec(hash) ?? [];
  await page.evaluate((target) => {
    location.hash = target;
  }, hash);
  await page.locator(`main article [data-block="${chapter}.0"]`).waitFor();
}

const start: View = { name: 'start', arrange: () => Promise.resolve() };
const figure: View = { name: 'figure', arrange: (page) => openAt(page, '#/amd-sev/architecture') };
const code: View = { name: 'code', arrange: (page) => openAt(page, '#/intel-tdx/generations') };
const settings: View = { name: 'settings', arrange: (page) => page.keyboard.press('Control+,') };
const shortcuts: View = { name: 'shortcuts', arrange: (page) => page.keyboard.press('?') };

export const readmeShots: readonly Shot[] = [
  { name: 'reading-zh-light', view: start, language: 'zh', theme: 'light', width: 1280, height: 800 },
  { name: 'figure-en-dark', view: figure, language: 'en', theme: 'dark', width: 1280, height: 800 },
];

/** Every view x theme x language x width. */
export function everyShot(): Shot[] {
  const widths = [360, 800, 1280, 1920];
  return [start, figure, code, settings, shortcuts].flatMap((view) =>
    (['zh', 'en'] as const).flatMap((language) =>
      themes.flatMap((theme) =>
        widths.map((width) => ({
          name: `${view.name}-${language}-${theme}-${width}`,
          view,
          language,
          theme,
          width,
          height: Math.round(width < 700 ? width * 1.9 : width * 0.65),
        })),
      ),
    ),
  );
}
