/** How a person comes to what is photographed. */
import type { Page } from 'playwright/test';
import { markColors } from '../../core/marks/mark.ts';
import { hostCall } from '../e2e/host-call.ts';

export async function openAt(page: Page, hash: string): Promise<void> {
  const [, chapter = ''] = /^#\/([^/]+)/.exec(hash) ?? [];
  await page.evaluate((target) => {
    location.hash = target;
  }, hash);
  await page.locator(`main article [data-block="${chapter}.0"]`).waitFor();
}

/** Goes on through the ways of showing two languages until one is there. Narrow windows show `side` stacked. */
export async function openBoth(page: Page, hash: string, layout: 'side' | 'stacked'): Promise<void> {
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
export async function hoverTerm(page: Page): Promise<void> {
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

export const search = async (page: Page, text: string): Promise<void> => {
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

export async function writeNote(page: Page): Promise<void> {
  await openAt(page, '#/intel-sgx');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await page.locator('section textarea').fill(note);
}

/** Runs in the page: changes every note as another window would. */
export async function changeElsewhere(body: string): Promise<void> {
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
export async function makeMarks(page: Page): Promise<void> {
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

/** Forty notes and highlights over several chapters, with colours, tags and states; once for a reader. */
export async function manyMarks(page: Page): Promise<void> {
  await hostCall(page, 'marks:list', { bookId: 'cncc' }).then(async ({ marks }) => {
    if (marks.length > 3) return;
    const chapters = ['intel-sgx', 'intel-tdx', 'amd-sev', 'hygon-csv', 'occlum'];
    const texts = [
      '核对远程证明的流程。',
      'Ask which kernel this needs.',
      '与 **CSV** 对照，见 [规范](https://example.org)。',
      '',
    ];
    const changes = Array.from({ length: 40 }, (_, at) => ({
      do: 'add' as const,
      id: crypto.randomUUID(),
      kind: at % 3 === 0 ? ('bookmark' as const) : ('note' as const),
      spot: {
        target: 'section' as const,
        chapterId: chapters[at % chapters.length]!,
        lang: 'zh',
        sectionId: chapters[at % chapters.length]!,
      },
      content: {
        ...(at % 3 === 0 ? {} : { body: texts[at % texts.length]! }),
        color: markColors[at % markColors.length] ?? null,
        tags: [['待读', 'kernel'], ['证明'], []][at % 3]!,
      },
    }));
    await hostCall(page, 'marks:save', { bookId: 'cncc', changes });
    await page.reload();
    await page.locator('main h1').first().waitFor();
  });
}

/** The first figures, tables and pieces of code of a chapter marked as wholes, in all colours; once for a reader. */
export async function markBlocks(page: Page): Promise<void> {
  await openAt(page, '#/intel-sgx');
  const { marks } = await hostCall(page, 'marks:list', { bookId: 'cncc' });
  const article = page.locator('main article');
  const blocks = article.locator('[data-kind="figure"], [data-kind="table"], [data-kind="code"]');
  if (marks.length === 0) {
    const lang = (await article.getAttribute('lang')) ?? 'zh';
    const ids = await blocks.evaluateAll((elements) =>
      elements.map((element) => (element as HTMLElement).dataset.block ?? ''),
    );
    const changes = ids.map((blockId, at) => ({
      do: 'add' as const,
      id: crypto.randomUUID(),
      kind: 'highlight' as const,
      spot: { target: 'block' as const, chapterId: 'intel-sgx', lang, blockId },
      content: { color: markColors[at % markColors.length] ?? null },
    }));
    await hostCall(page, 'marks:save', { bookId: 'cncc', changes });
  }
  await article.locator('[data-mark-color]').first().waitFor();
}

export async function openMarks(page: Page): Promise<void> {
  await page.keyboard.press('m');
  await page.locator('dialog li').first().waitFor();
}

/** Through the list of marks, whose foot is folded in a small window. */
export async function openNotesFolder(page: Page): Promise<void> {
  await page.keyboard.press('m');
  const button = page.getByRole('button', { name: /^(笔记文件夹…|Folder of notes…)$/ });
  await page.locator('dialog [role="status"]').first().waitFor();
  if (!(await button.isVisible())) await page.locator('dialog details:has(details) > summary').click();
  await button.click();
  await page.getByRole('dialog', { name: /^(笔记文件夹|Folder of notes)$/ }).waitFor();
}

export async function openShelf(page: Page): Promise<void> {
  await page.keyboard.press('Control+o');
  await page.locator('dialog [data-open]').first().waitFor();
}
