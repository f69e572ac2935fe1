/** Context menus as a person uses them: drawn by the page in a browser, by the system in Electron, whose part is played here. */
import { expect, type ElectronApplication, type Page } from 'playwright/test';

export interface ContextMenus {
  /** The items of the menu that is open, once one is. */
  readonly labels: () => Promise<string[]>;
  /** Chooses an item of the menu that is open, once one is. */
  readonly choose: (label: string) => Promise<void>;
  /** Leaves it without choosing. */
  readonly dismiss: () => Promise<void>;
}

export function drawnMenus(page: Page): ContextMenus {
  const menu = page.getByRole('menu');
  const items = menu.getByRole('menuitem');
  return {
    async labels() {
      await expect(items.first()).toBeFocused();
      return items.locator('span:first-child').allInnerTexts();
    },
    async choose(label) {
      await expect(items.first()).toBeFocused();
      await items.filter({ has: page.getByText(label, { exact: true }) }).click();
      await expect(menu).toHaveCount(0);
    },
    async dismiss() {
      await page.keyboard.press('Escape');
      await expect(menu).toHaveCount(0);
    },
  };
}

interface SeenMenu {
  readonly labels: readonly string[];
  readonly choose: (label: string) => void;
  readonly close: () => void;
}
type WithMenu = typeof globalThis & { seenMenu?: SeenMenu | undefined };

/** From now on a menu of `app` comes up here and not on the screen. */
export async function systemMenus(app: ElectronApplication): Promise<ContextMenus> {
  await app.evaluate(({ Menu }) => {
    const here = globalThis as WithMenu;
    Menu.prototype.popup = function popup({ callback } = {}) {
      const items = this.items.filter(({ type }) => type !== 'separator');
      here.seenMenu = {
        labels: items.map(({ label }) => label),
        choose: (label) => {
          const item = items.find((one) => one.label === label);
          if (!item) throw new Error(`The menu has no ${label}.`);
          (item.click as () => void)();
          callback?.();
        },
        close: () => callback?.(),
      };
    };
  });
  const labels = (): Promise<readonly string[]> => app.evaluate(() => (globalThis as WithMenu).seenMenu?.labels ?? []);
  const shown = async (): Promise<string[]> => {
    await expect.poll(async () => (await labels()).length).toBeGreaterThan(0);
    return [...(await labels())];
  };
  return {
    labels: shown,
    async choose(label) {
      await shown();
      await app.evaluate((_, wanted) => {
        const here = globalThis as WithMenu;
        here.seenMenu?.choose(wanted);
        here.seenMenu = undefined;
      }, label);
    },
    async dismiss() {
      await shown();
      await app.evaluate(() => {
        const here = globalThis as WithMenu;
        here.seenMenu?.close();
        here.seenMenu = undefined;
      });
    },
  };
}
