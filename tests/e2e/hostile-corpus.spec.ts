/**
 * The corpus in the page, in a real browser: past the compiler, straight into a bundle, and as the compiler leaves it. Each
 * with the content security policy and without it, so that the sanitiser is shown to need no help.
 */
import { asHtml, test } from '../hostile/corpus.ts';
import { expect } from './fixtures.ts';
import { article } from './person.ts';

test.skip(({ host }) => host === 'electron', 'the Electron host opens the edition alone');

// Blocks far from the place that is read come when there is time for them.
test.slow();

for (const corpusBook of ['raw', 'compiled'] as const) {
  test.describe(`a ${corpusBook} book`, () => {
    test.use({ corpusBook, systemLanguage: 'en-US' });

    for (const policy of ['with', 'without'] as const) {
      test(`runs nothing and loads nothing, ${policy} the policy of the page`, async ({ page, corpus }) => {
        if (policy === 'without') {
          const devTools = await page.context().newCDPSession(page);
          await devTools.send('Page.setBypassCSP', { enabled: true });
          await page.reload();
          await article(page).getByRole('heading').first().waitFor();
          expect(await page.evaluate(() => Reflect.apply(eval, undefined, ['1+1']) as number)).toBe(2);
        }
        const requests: string[] = [];
        page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
        const opened: string[] = [];
        page.context().on('page', (other) => opened.push(other.url()));
        page.on('dialog', (dialog) => opened.push(dialog.message()));
        page.on('download', (download) => opened.push(download.url()));
        const origin = new URL(page.url()).origin;
        const triedBefore = corpus.connections();

        await page.evaluate(() => (location.hash = '#/second'));
        await expect(article(page).getByText('ALIVE', { exact: true })).toBeAttached({ timeout: 60_000 });
        const tried = corpusBook === 'raw' ? corpus.payloads.length : 250;
        expect(await article(page).locator('[data-block]').count()).toBeGreaterThan(tried);
        await page.evaluate(useEverything);
        // What is slow to come has come by then: the same payloads need far less in the last test.
        await page.waitForTimeout(1000);

        const found = await page.evaluate(() => ({
          owned: Object.keys(window).filter((key) => key.startsWith('owned')),
          frames: window.length,
          clobbered: ['root', 'recto', 'trustedTypes', 'getElementById', 'f', 'app', 'main'].filter((id) =>
            document.querySelector(`article [id="${id}"], article [name="${id}"]`),
          ),
        }));
        expect(found).toEqual({ owned: [], frames: 0, clobbered: [] });
        expect(requests.filter((request) => !isOurs(request, origin))).toEqual([]);
        expect(corpus.connections()).toBe(triedBefore);
        expect(opened).toEqual([]);
        expect(new URL(page.url()).origin).toBe(origin);
      });
    }
  });
}

/** What the page itself asks for: calls, and its own files. */
function isOurs(request: string, origin: string): boolean {
  const [method, url = ''] = request.split(' ');
  if (url.startsWith('data:image/') || !url.startsWith(origin)) return url.startsWith('data:image/');
  const path = url.slice(origin.length);
  return method === 'POST' ? /^\/api\/[a-z]+:?[a-z]+$/i.test(decodeURIComponent(path)) : path.startsWith('/assets/');
}

/** Touches every element of the text in every way, as a curious reader would; follows what is not a place in the book. */
function useEverything(): void {
  const names =
    'mouseover mouseenter pointerenter pointerover pointerdown mousedown focus focusin dblclick auxclick contextmenu animationstart ' +
    'animationend transitionend toggle beforetoggle beforematch input paste scroll scrollend wheel load error submit begin';
  for (const element of document.querySelectorAll('article [data-block], article [data-block] *')) {
    for (const name of names.split(' ')) element.dispatchEvent(new Event(name));
    if (element.getAttribute('href')?.startsWith('#') === true) continue;
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
}

test('the payloads do run and load where nobody takes care', async ({ chromium, corpus }) => {
  const all = corpus.payloads;
  const context = await (await chromium()).newContext();
  const page = await context.newPage();
  await page.evaluate((texts) => {
    for (const text of texts) {
      const frame = document.createElement('iframe');
      // Not to the top: this page has to stay.
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
      frame.srcdoc = text;
      frame.onload = () => {
        for (const one of frame.contentDocument?.querySelectorAll<HTMLElement>('a, button, [type=submit]') ?? [])
          one.click();
        for (const one of frame.contentDocument?.querySelectorAll('svg a') ?? [])
          one.dispatchEvent(new MouseEvent('click'));
      };
      document.body.append(frame);
    }
  }, all.map(asHtml));
  const ran = () => page.evaluate(() => Object.keys(window).filter((key) => key.startsWith('owned')).length);
  await expect.poll(ran, { timeout: 120_000 }).toBeGreaterThan(100);
  await expect.poll(() => corpus.asked.size, { timeout: 120_000 }).toBeGreaterThan(40);
  test.info().annotations.push({
    type: 'corpus',
    description: `${all.length} tried: ${await ran()} ran, ${corpus.asked.size} loaded`,
  });
  await context.close();
});
