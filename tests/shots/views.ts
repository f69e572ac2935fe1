/** What is photographed: views, and the looks, languages and widths they are seen in. */
import type { Page } from 'playwright/test';
import { themes, type Theme } from '../../core/contract/theme.ts';

export interface View {
  readonly name: string;
  /** Brings the reader, just (re)loaded, to the view. */
  readonly arrange: (page: Page) => Promise<void>;
  /** Widths of window it is seen in; all where it does not say. */
  readonly widths?: readonly number[];
  /** A book of its own: `none` where there is no book to be found. */
  readonly book?: 'none' | 'damaged';
}

/** A theme, or something a reader asks for: `large` is text of twice the size, `zoomed` the whole page of twice the size. */
export type Look = Theme | 'forced-colours' | 'large' | 'zoomed';

export interface Shot {
  readonly name: string;
  readonly view: View;
  readonly language: 'zh' | 'en';
  readonly look: Look;
  readonly width: number;
  readonly height: number;
}

async function openAt(page: Page, hash: string): Promise<void> {
  const [, chapter = ''] = /^#\/([^/]+)/.exec(hash) ?? [];
  await page.evaluate((target) => {
    location.hash = target;
  }, hash);
  await page.locator(`main article [data-block="${chapter}.0"]`).waitFor();
}

/** Goes on through the ways of showing two languages until one is there. Narrow windows show `side` stacked. */
async function openBoth(page: Page, hash: string, layout: 'side' | 'stacked'): Promise<void> {
  await openAt(page, hash);
  const article = page.locator('main article');
  for (let step = 0; step < 3; step += 1) {
    if ((await article.getAttribute('data-layout')) === layout) return;
    const before = await article.getAttribute('data-layout');
    await page.keyboard.press('Alt+b');
    await page.locator(`main article:not([data-layout="${before}"])`).waitFor();
  }
}

/** Rests on the first word of the text that is painted as a term; again where the text has moved below the pointer. */
async function hoverTerm(page: Page): Promise<void> {
  const card = page.locator('[popover]:popover-open dfn').first();
  for (let attempt = 0; attempt < 20 && !(await card.isVisible()); attempt += 1) {
    const point = await page.waitForFunction(() => {
      for (const range of CSS.highlights.get('terms') ?? []) {
        const box = (range as Range).getBoundingClientRect();
        if (box.top > 100 && box.bottom < innerHeight - 40) return { x: box.x + 8, y: box.y + box.height / 2 };
      }
      return null;
    });
    const { x, y } = (await point.jsonValue())!;
    await page.mouse.move(x + 40, y + 60);
    await page.mouse.move(x, y);
    await page.mouse.move(x + 1, y);
    await page.waitForTimeout(500);
  }
}

const search = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(text);
};

const note = [
  '**先核对** SGX1 与 SGX2 的差别，见 [规范](https://www.intel.com/sgx) 和 [TDX一章](recto://cncc/intel-tdx)。',
  '- [x] 读完本节',
  '- [ ] 试一遍 `sgx-detect`',
  '',
  '> Enclave页缓存有上限',
].join('\n');

async function writeNote(page: Page): Promise<void> {
  await openAt(page, '#/intel-sgx');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await page.locator('section textarea').fill(note);
}

/** Runs in the page: changes every note as another window would. */
async function changeElsewhere(body: string): Promise<void> {
  const call = async (
    channel: string,
    request: object,
  ): Promise<{ value: { marks: { id: string; revision: number }[] } }> => {
    const headers = {
      'Content-Type': 'application/json',
      'X-Recto-Token': sessionStorage.getItem('recto.token') ?? '',
    };
    const answer = await fetch(`/api/${channel}`, { method: 'POST', headers, body: JSON.stringify(request) });
    return (await answer.json()) as { value: { marks: { id: string; revision: number }[] } };
  };
  // Twice: of one that says this already, from another width, the second is a change, too.
  for (const text of [`${body} `, body]) {
    const { value } = await call('marks:list', { bookId: 'cncc' });
    const changes = value.marks.map(({ id, revision }) => ({ do: 'edit', id, revision, patch: { body: text } }));
    await call('marks:save', { bookId: 'cncc', changes });
  }
}

/** A bookmark, highlights and a note; once for a reader, however often it is photographed. */
async function makeMarks(page: Page): Promise<void> {
  await openAt(page, '#/intel-sgx');
  await page.keyboard.press('m');
  await page.locator('dialog [role="status"]').first().waitFor();
  const isEmpty = (await page.locator('dialog li').count()) < 2;
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  if (!isEmpty) return;
  for (let time = 0; time < 4; time += 1) {
    await page.keyboard.press('j');
    await page.keyboard.press('h');
    await page.waitForTimeout(150);
  }
  await page.keyboard.press('Control+d');
  await page.waitForTimeout(200);
  await writeNote(page);
  await page.locator('section input[type="text"]').last().fill('SGX, 待读');
  await page.keyboard.press('Control+Enter');
  await page.locator('section textarea').waitFor({ state: 'detached' });
}

const view = (name: string, arrange: View['arrange'], rest: Partial<View> = {}): View => ({ name, arrange, ...rest });
const at = (hash: string) => (page: Page) => openAt(page, hash);

const start = view('start', () => Promise.resolve());
const figure = view('figure', at('#/amd-sev/architecture'));

const views: readonly View[] = [
  start,
  figure,
  view('code', at('#/intel-tdx/generations')),
  view('commands', at('#/csv-vm')),
  view('table', at('#/tee-comparison/how-to-read')),
  view('index', at('#/glossary')),
  view('end', async (page) => {
    await openAt(page, '#/occlum');
    await page.locator('.block:empty').first().waitFor({ state: 'detached' });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  }),
  view('side', (page) => openBoth(page, '#/amd-sev/architecture', 'side'), { widths: [800, 1280, 1920] }),
  view('stacked', (page) => openBoth(page, '#/intel-sgx', 'stacked'), { widths: [360, 1280] }),
  view('contents', (page) => page.keyboard.press('Control+Shift+O'), { widths: [360, 800] }),
  view('viewer', async (page) => {
    await openAt(page, '#/amd-sev/architecture');
    await page.locator('figure.figure .drawing').first().click();
    await page.getByRole('dialog').waitFor();
  }),
  view('term-card', async (page) => {
    await openAt(page, '#/intel-sgx');
    await hoverTerm(page);
  }),
  view('term-list', async (page) => {
    await openAt(page, '#/intel-sgx');
    await page.keyboard.press('g');
    await page.getByRole('dialog').waitFor();
  }),
  view('link-card', async (page) => {
    await openAt(page, '#/amd-sev');
    await page.locator('article a[href^="#/"]').first().hover();
    await page.getByRole('tooltip').waitFor();
  }),
  view('way-back', async (page) => {
    await openAt(page, '#/amd-sev');
    await page.locator('article a[href^="#/"]').first().click();
    await page.waitForTimeout(300);
  }),
  view('block-menu', async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
  }),
  view('value', async (page) => {
    await openAt(page, '#/cluster-setup');
    await page.locator('.tok-placeholder').first().click();
    await page.getByRole('dialog').waitFor();
  }),
  view('outside-link', async (page) => {
    await openAt(page, '#/occlum');
    await page.locator('article a[data-external]').first().click();
    await page.getByRole('dialog').waitFor();
  }),
  view('palette', async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
  }),
  view('palette-found', async (page) => {
    await search(page, 'sgx');
    await page.getByRole('option').first().waitFor();
  }),
  view('palette-nothing', (page) => search(page, 'qqqq')),
  view('search', async (page) => {
    await page.keyboard.press('Control+Shift+f');
    await page.getByRole('combobox').fill('TDX');
    await page.getByRole('option').first().waitFor();
  }),
  view('search-other-script', async (page) => {
    await page.keyboard.press('Control+Shift+f');
    await page.getByRole('combobox').fill('遠程證明');
    await page.getByRole('option').first().waitFor();
  }),
  view('search-notes', async (page) => {
    await page.keyboard.press('n');
    await page.locator('section textarea').fill('周五问运维：机密计算的节点够用吗？ Ask about confidential computing.');
    await page.keyboard.press('Control+Enter');
    await page.locator('section textarea').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+f');
    await page.getByRole('combobox').fill('机密计算');
    await page.getByRole('option').first().waitFor();
  }),
  view('find', async (page) => {
    await openAt(page, '#/intel-sgx');
    await page.keyboard.press('Control+f');
    await page.locator('input:focus').fill('enclave');
    await page.waitForTimeout(500);
  }),
  view('marks', async (page) => {
    await makeMarks(page);
    await page.keyboard.press('m');
    await page.locator('dialog li').first().waitFor();
    await page.keyboard.press('Tab');
    await page.locator('dialog li input[type="checkbox"]').nth(1).click();
  }),
  view(
    'marks-filter',
    async (page) => {
      await makeMarks(page);
      await page.keyboard.press('m');
      await page.locator('dialog details > summary').click();
    },
    { widths: [360] },
  ),
  view('marks-bin', async (page) => {
    await makeMarks(page);
    await page.keyboard.press('m');
    await page.locator('dialog li input[type="checkbox"]').first().focus();
    await page.keyboard.press('Delete');
    await page.locator('dialog input[type="radio"]').nth(1).check({ force: true });
    await page.locator('dialog li').first().waitFor();
  }),
  view('note-margin', async (page) => {
    await writeNote(page);
    await page.keyboard.press('Control+Enter');
    await page.waitForTimeout(300);
  }),
  view('note-write', async (page) => {
    await writeNote(page);
    await page.waitForTimeout(500);
  }),
  view('note-read', async (page) => {
    await writeNote(page);
    await page.keyboard.press('Control+Shift+P');
    await page.locator('[data-note-text]').first().waitFor();
  }),
  view('note-conflict', async (page) => {
    await writeNote(page);
    await page.keyboard.press('Control+Enter');
    const sign = page.locator('ul li button', { hasText: 'SGX1' }).or(page.locator('ul button[aria-label*="SGX1"]'));
    await sign.first().click();
    await page.getByRole('radio').first().click();
    await page.locator('section textarea').fill('先核对 SGX1 与 SGX2 的差别，再看工具链。');
    await page.evaluate(changeElsewhere, '先核对 SGX1 与 SGX2 的差别。\n\n规范在第4章。');
    await page.locator('section [role="alert"]').waitFor();
  }),
  view('shelf', async (page) => {
    await page.keyboard.press('Control+o');
    await page.locator('dialog [data-open]').first().waitFor();
  }),
  view('manual', async (page) => {
    await page.keyboard.press('F1');
    await page.waitForURL(/book=manual/);
    await page.locator('main article h1').waitFor();
  }),
  view('settings', (page) => page.keyboard.press('Control+,')),
  view('shortcuts', (page) => page.keyboard.press('?')),
  view('text-alone', async (page) => {
    await openAt(page, '#/intel-sgx');
    await page.keyboard.press('z');
  }),
  view('about', async (page) => {
    await search(page, '关于Recto与诊断信息');
    await page
      .getByRole('option', { name: /诊断信息|diagnosis/ })
      .first()
      .click();
    await page.locator('dialog').getByText('started').waitFor();
  }),
  view('key-change', async (page) => {
    await page.keyboard.press('?');
    await page.getByRole('button', { name: /^(更改按键：转到…|Change the keys: Go to…)$/ }).click();
    await page.keyboard.press('F3');
    await page.locator('[data-edited] button[data-tone="primary"]').waitFor();
  }),
  view('host-gone', async (page) => {
    await page.context().setOffline(true);
    // Far from what is on the page and fetched ahead.
    await page.evaluate(() => {
      location.hash = location.hash.includes('intel-tdx') ? '#/occlum' : '#/intel-tdx';
    });
    await page.getByRole('alert').waitFor();
    await page.context().setOffline(false);
  }),
  view(
    'chapter-damaged',
    async (page) => {
      await page.evaluate(() => {
        location.hash = '#/intel-tdx';
      });
      await page.getByRole('alert').waitFor();
    },
    { book: 'damaged' },
  ),
  view('no-start', () => Promise.resolve(), { book: 'none' }),
];

const allWidths = [360, 800, 1280, 1920];

function shot(of: View, language: Shot['language'], look: Look, width: number): Shot {
  const height = Math.round(width < 700 ? width * 1.9 : width * 0.65);
  return { name: `${of.name}-${language}-${look}-${width}`, view: of, language, look, width, height };
}

export const readmeShots: readonly Shot[] = [
  { ...shot(start, 'zh', 'light', 1280), name: 'reading-zh-light', height: 800 },
  { ...shot(figure, 'en', 'dark', 1280), name: 'figure-en-dark', height: 800 },
];

/** Every view x theme x language x width, and what a reader may ask for beside in two widths. */
export function everyShot(): Shot[] {
  return views.flatMap((of) =>
    (['zh', 'en'] as const).flatMap((language) =>
      (of.widths ?? allWidths).flatMap((width) => [
        ...themes.map((theme) => shot(of, language, theme, width)),
        ...([360, 1280].includes(width)
          ? (['forced-colours', 'large'] as const).map((look) => shot(of, language, look, width))
          : []),
        ...(width >= 800 && width <= 1280 ? [shot(of, language, 'zoomed', width)] : []),
      ]),
    ),
  );
}
