import { expect, test } from 'playwright/test';
import { contentSecurityPolicy } from '../../electron/services/csp.ts';
import { useReader } from './launch.ts';
import { makeMiniApp, miniPicture } from './mini-app.ts';

const reader = useReader(makeMiniApp);

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: number[];
}

/** Asks the handler of `app:` as Chromium does, with the address as it is written. */
function ask(address: string, method = 'GET'): Promise<Answer> {
  return reader().app.evaluate(
    async ({ net }, request) => {
      const response = await net.fetch(request.address, { method: request.method });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers.entries()),
        body: [...new Uint8Array(await response.arrayBuffer())],
      };
    },
    { address, method },
  );
}

const text = (answer: Answer): string => Buffer.from(answer.body).toString('utf8');

test('serves the page with its policy and exact types', async () => {
  const page = await ask('app://recto/');
  expect(page.status).toBe(200);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['content-security-policy']).toBe(contentSecurityPolicy);
  expect(page.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-dns-prefetch-control': 'off',
  });
  expect((await ask('app://recto/assets/page.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect((await ask('app://recto/assets/page.css')).headers['content-type']).toBe('text/css; charset=utf-8');
});

test('serves a picture of a book, locked in a policy of its own', async () => {
  const picture = await ask('app://recto/books/cncc/assets/dot.png');
  expect(picture.status).toBe(200);
  expect(Buffer.from(picture.body)).toEqual(miniPicture);
  expect(picture.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  });
});

test('shows script, style and picture in the window without a report of the policy', async () => {
  const { page } = reader();
  await expect(page.locator('h1')).toHaveCSS('color', 'rgb(1, 2, 3)');
  const width = await page.evaluate(async () => {
    const image = new Image();
    image.src = '/books/cncc/assets/dot.png';
    await image.decode();
    return image.naturalWidth;
  });
  expect(width).toBe(1);
});

const outside = [
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/%2e%2e%5csecret.txt',
  '/..\\secret.txt',
  '/assets/../../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/%252e%252e%252fsecret.txt',
  '/..%00/secret.txt',
  '/index.html%00.png',
  '//secret.txt',
  '/./secret.txt',
  '/%2fetc%2fpasswd',
  '/etc/passwd',
  '/C:%5csecret.txt',
  '/books/cncc/book.json',
  '/books/cncc/integrity.json',
  '/books/cncc/assets/..%2fbook.json',
  '/books/cncc/assets/%2e%2e/book.json',
  '/books/cncc/assets/',
  '/books/cncc/assets',
  '/books/cncc/chapters/en/first.json',
  '/books/..%2fcncc/assets/dot.png',
  '/books/other/assets/dot.png',
  '/books/',
  '/books',
  '/assets/',
  '/assets',
  '/missing.js',
];

for (const path of outside) {
  test(`has nothing at ${path}`, async () => {
    const answer = await ask(`app://recto${path}`);
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.headers['content-security-policy']).toBe(contentSecurityPolicy);
    expect(text(answer)).not.toContain('not for the page');
  });
}

for (const host of ['other', 'recto.evil', 'xrecto']) {
  test(`has nothing on the host ${host}`, async () => {
    expect((await ask(`app://${host}/`)).status).toBe(404);
    expect((await ask(`app://${host}/assets/page.js`)).status).toBe(404);
  });
}

test('takes nothing in', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask('app://recto/', method)).status).toBe(405);
});

test('runs no script that is not in a file of ours', async () => {
  const outcome = await reader().page.evaluate(async () => {
    const later: (code: string) => unknown = setTimeout;
    const attempts: (() => unknown)[] = [
      () => (document.createElement('script').textContent = 'window.ran = 1'),
      () => (document.body.innerHTML = '<img src=x onerror="window.ran = 2">'),
      () => Reflect.construct(Function, ['window.ran = 3']),
      () => void Reflect.apply(eval, undefined, ['window.ran = 4']),
      () => later('window.ran = 5'),
      () => document.body.setAttribute('onclick', 'window.ran = 6'),
    ];
    const errors: string[] = [];
    // A timer of its own: code that a debugger runs may call eval, whatever the policy.
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        for (const attempt of attempts) {
          try {
            attempt();
          } catch (error) {
            errors.push((error as Error).name);
          }
        }
        document.body.click();
        setTimeout(resolve, 0);
      }, 0);
    });
    return { errors: errors.length, ran: (window as { ran?: number }).ran };
  });
  expect(outcome).toEqual({ errors: 6, ran: undefined });
});
