import { expect, test } from 'playwright/test';
import { call, useReader } from './launch.ts';
import { makeMiniApp } from './mini-app.ts';

const reader = useReader(makeMiniApp);

interface Question {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  readonly defaultId: number;
  readonly cancelId: number;
}

interface Seen {
  questions: Question[];
  opened: string[];
  answer: (response: number) => void;
}

/** Puts the test in the place of the system: dialogs wait for `answer`, and what goes to the shell is noted. */
test.beforeEach(async () => {
  await reader().app.evaluate(async ({ dialog, shell, clipboard }) => {
    const seen: Seen = { questions: [], opened: [], answer: () => undefined };
    Object.assign(globalThis, { seen });
    Object.assign(dialog, {
      showMessageBox: (...args: unknown[]) => {
        seen.questions.push(args.at(-1) as Question);
        return new Promise((resolve) => {
          seen.answer = (response) => resolve({ response, checkboxChecked: false });
        });
      },
    });
    Object.assign(shell, {
      openExternal: (url: string) => {
        seen.opened.push(url);
        return Promise.resolve();
      },
    });
    await clipboard.writeText('before');
  });
});

const questions = () => reader().app.evaluate(() => (globalThis as unknown as { seen: Seen }).seen.questions);
const opened = () => reader().app.evaluate(() => (globalThis as unknown as { seen: Seen }).seen.opened);
const copied = () => reader().app.evaluate(({ clipboard }) => clipboard.readText());

async function press(button: string): Promise<void> {
  await reader().app.evaluate((_electron, name) => {
    const { seen } = globalThis as unknown as { seen: Seen };
    const question = seen.questions.at(-1);
    if (question === undefined) throw new Error('No question is being asked.');
    const index = question.buttons.findIndex((label) => label.replace('&', '').startsWith(name));
    seen.answer(name === 'Escape' ? question.cancelId : index);
  }, button);
}

/** Asks for a link as the page does and answers the question that comes up. */
async function openAndPress(url: string, button: string): Promise<unknown> {
  const answer = call(reader().page, 'link:open', { url });
  await expect.poll(questions).toHaveLength(1);
  expect(await opened()).toEqual([]);
  await press(button);
  return answer;
}

const address = 'https://xn--bcher-kva.example/%E8%B7%AF?q=1&r=2#part';

test('shows the full address with its host in Punycode, and opens it when the reader says so', async () => {
  const answer = await openAndPress('https://bücher.example/路?q=1&r=2#part', 'Open');
  expect(await questions()).toMatchObject([{ detail: address }]);
  expect(answer).toEqual({ ok: true, value: { outcome: 'opened', address } });
  expect(await opened()).toEqual([address]);
});

test('copies the address and opens nothing', async () => {
  const answer = await openAndPress('https://bücher.example/路?q=1&r=2#part', 'Copy');
  expect(answer).toEqual({ ok: true, value: { outcome: 'copied', address } });
  expect(await copied()).toBe(address);
  expect(await opened()).toEqual([]);
});

for (const key of ['Cancel', 'Escape']) {
  test(`does nothing after ${key}`, async () => {
    const answer = await openAndPress('https://example.com/', key);
    expect(answer).toMatchObject({ ok: true, value: { outcome: 'declined' } });
    expect(await opened()).toEqual([]);
    expect(await copied()).toBe('before');
  });
}

test('Enter opens nothing: the button that it presses is Cancel', async () => {
  await openAndPress('https://example.com/', 'Cancel');
  const [question] = await questions();
  expect(question?.buttons[question.defaultId]).toBe('Cancel');
  expect(question?.buttons[question.cancelId]).toBe('Cancel');
});

test('asks in the language of the interface', async () => {
  const { page } = reader();
  await call(page, 'settings:save', { uiLanguage: 'zh' });
  await openAndPress('mailto:someone@example.com', '取消');
  expect(await questions()).toMatchObject([
    {
      message: '要在 Recto 之外打开此地址吗？',
      detail: 'mailto:someone@example.com',
      buttons: [/^打开/, /^复制/, '取消'].map((label) => expect.stringMatching(label)),
    },
  ]);
  await call(page, 'settings:save', { uiLanguage: 'system' });
});

test('asks one question at a time', async () => {
  const { page } = reader();
  const first = call(page, 'link:open', { url: 'https://example.com/1' });
  await expect.poll(questions).toHaveLength(1);
  const second = await call(page, 'link:open', { url: 'https://example.com/2' });
  expect(second).toMatchObject({ ok: true, value: { outcome: 'declined' } });
  expect(await questions()).toHaveLength(1);
  await press('Open');
  await first;
  expect(await opened()).toEqual(['https://example.com/1']);
});

for (const url of [
  'javascript:alert(1)',
  'file:///etc/passwd',
  'file://server/share/x.exe',
  '\\\\server\\share',
  '//example.com/',
  'app://recto/',
  'data:text/html,x',
  'ms-msdt:/id PCWDiagnostic',
  'vscode://x',
  'ftp://example.com/',
  'https://user:secret@example.com/',
  'https://example.com\u202e/',
  'mailto:a@example.com?attach=/etc/passwd',
  'not an address',
]) {
  test(`refuses ${JSON.stringify(url)} without a question`, async () => {
    const answer = await call(reader().page, 'link:open', { url });
    expect(answer).toMatchObject({ ok: false, error: { code: 'link-refused' } });
    expect(await questions()).toEqual([]);
    expect(await opened()).toEqual([]);
  });
}

test('refuses an address that is too long for any dialog, and requests that are none', async () => {
  for (const request of [{ url: `https://example.com/${'x'.repeat(4000)}` }, { url: '' }, {}, null, { url: 5 }]) {
    expect(await call(reader().page, 'link:open', request)).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
  }
  expect(await questions()).toEqual([]);
});
