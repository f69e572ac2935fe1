/** The corpus as notes: beside the text, on their card and in their list, with the policy of the page and without it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { Request } from '../../core/contract/channels.ts';
import { payloads, type Payload } from '../hostile/payloads.ts';
import { expect, test } from './fixtures.ts';
import { hostCall } from './host-call.ts';
import { openChapter } from './person.ts';

test.slow();

/** Notes of a chapter that are all drawn at once. */
const mostDrawn = 150;

let server: Server;
let connections = 0;
let all: readonly Payload[] = [];

test.beforeAll(async () => {
  server = createServer((_request, response) => response.end());
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  all = payloads(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
test.afterAll(() => void server.close());

for (const policy of ['with', 'without'] as const) {
  test(`notes run nothing and load nothing, ${policy} the policy of the page`, async ({ page, host }) => {
    test.skip(host === 'electron' && policy === 'without', 'the policy of the stand-in stays');
    await page.setViewportSize({ width: 1700, height: 900 });
    if (policy === 'without') {
      const devTools = await page.context().newCDPSession(page);
      await devTools.send('Page.setBypassCSP', { enabled: true });
      await page.reload();
      expect(await page.evaluate(() => Reflect.apply(eval, undefined, ['1+1']) as number)).toBe(2);
    }
    await openChapter(page, 'Intel SGX');
    const opened: string[] = [];
    page.context().on('page', (other) => opened.push(other.url()));
    page.on('dialog', (dialog) => opened.push(dialog.message()));
    page.on('download', (download) => opened.push(download.url()));
    const before = connections;

    // Each by itself, and many at a time as one note, for the card.
    const together = 40;
    const joined = Array.from({ length: Math.ceil(all.length / together) }, (_, at) =>
      all
        .slice(at * together, (at + 1) * together)
        .map(({ text }) => text)
        .join('\n\n'),
    );
    const spot = { target: 'section', chapterId: 'intel-sgx', lang: 'zh', sectionId: 'intel-sgx' } as const;
    const add = (body: string) => ({
      do: 'add' as const,
      id: randomUUID(),
      kind: 'note' as const,
      spot,
      content: { body, tags: [body.replace(/\s+/g, ' ').trim().slice(0, 90) || 'x'] },
    });
    const bodies = all.map(({ text }) => text).filter((text) => text.trim() !== '');
    const signs = page.getByRole('list', { name: '书签与笔记' }).locator(':scope > li');
    const save = (changes: Request<'marks:save'>['changes']): Promise<unknown> =>
      hostCall(page, 'marks:save', { bookId: 'cncc', changes });

    // Of more notes in a chapter only those near the window are drawn.
    for (let from = 0; from < bodies.length; from += mostDrawn) {
      const some = bodies.slice(from, from + mostDrawn).map(add);
      await save(some);
      await expect(signs).toHaveCount(some.length);
      await page.evaluate(useEverything);
      await page.keyboard.press('Escape');
      await save(some.map(({ id }) => ({ do: 'delete', id })));
      await expect(signs).toHaveCount(0);
    }

    await save(joined.map(add));
    await expect(signs).toHaveCount(joined.length);
    for (let at = 0; at < joined.length; at += 1) {
      await signs
        .nth(at)
        .getByRole('button')
        .first()
        .evaluate((button: HTMLElement) => button.click());
      const card = page.getByRole('region', { name: '笔记', exact: true });
      await expect(card.getByRole('group', { name: /^笔记正文/ })).toBeVisible();
      await page.evaluate(useEverything);
      await closeQuestions();
      await card.evaluate((element) =>
        element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
      );
      await expect(card).toHaveCount(0);
    }

    const found = await page.evaluate(() => ({
      owned: Object.keys(window).filter((key) => key.startsWith('owned')),
      frames: window.length,
      strange: document.querySelectorAll(
        '[data-note-text] :is(img, svg, style, form, input, iframe, [id], [style], [class], [src], [onclick])',
      ).length,
    }));
    expect(found).toEqual({ owned: [], frames: 0, strange: 0 });
    expect(connections).toBe(before);
    expect(opened).toEqual([]);

    async function closeQuestions(): Promise<void> {
      const question = page.locator('dialog:modal');
      while ((await question.count()) > 0) await page.keyboard.press('Escape');
    }
  });
}

/** Touches every element of the notes in every way, as a curious reader would. */
function useEverything(): void {
  const names =
    'mouseover mouseenter pointerenter pointerover pointerdown mousedown focus focusin dblclick auxclick contextmenu animationstart ' +
    'animationend transitionend toggle beforetoggle beforematch input paste scroll scrollend wheel load error submit begin';
  for (const element of document.querySelectorAll('[data-note-text], [data-note-text] *')) {
    for (const name of names.split(' ')) element.dispatchEvent(new Event(name));
    if (element.matches('a[href]') && !(element.getAttribute('href') ?? '').startsWith('#'))
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
}
