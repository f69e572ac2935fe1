import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'playwright/test';
import { useReader } from './launch.ts';
import { makeMiniApp } from './mini-app.ts';

const reader = useReader(makeMiniApp);

/** The address of the window, as the main process sees it. */
const address = () =>
  reader().app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());

const windowCount = () => reader().app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('the window is locked as the checklist asks', async () => {
  const preferences = await reader().app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return (window?.webContents as unknown as { getLastWebPreferences: () => object }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
  });
  expect(preferences).not.toMatchObject({ webSecurity: false });
  expect(preferences).not.toHaveProperty('allowRunningInsecureContent', true);
  expect(preferences).not.toHaveProperty('experimentalFeatures', true);
});

test.describe('new windows', () => {
  for (const target of ['https://example.com/', 'app://recto/', 'about:blank', 'javascript:alert(1)', '']) {
    test(`window.open(${JSON.stringify(target)}) opens none`, async () => {
      const { page } = reader();
      expect(await page.evaluate((to) => window.open(to) === null, target)).toBe(true);
      expect(await windowCount()).toBe(1);
    });
  }

  test('a link with a target opens none', async () => {
    await reader().page.locator('#outside').click();
    expect(await windowCount()).toBe(1);
    expect(await address()).toBe('app://recto/');
  });
});

test.describe('navigation', () => {
  interface Attempt {
    readonly url: string;
    readonly isPrevented: boolean;
  }

  test.beforeAll(async () => {
    await reader().app.evaluate(({ BrowserWindow }) => {
      const attempts: Attempt[] = [];
      Object.assign(globalThis, { attempts });
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
        attempts.push({ url: event.url, isPrevented: event.defaultPrevented });
      });
    });
  });

  const attempts = () => reader().app.evaluate(() => (globalThis as unknown as { attempts: Attempt[] }).attempts);

  async function expectStillThere(): Promise<void> {
    expect(await address()).toBe('app://recto/');
    await expect(reader().page.locator('main h1')).toHaveText('Chapter first');
  }

  test('by a link in the text is prevented', async () => {
    const { page } = reader();
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), {
        href: 'https://example.com/link',
        textContent: 'away',
      });
      link.id = 'away';
      document.body.append(link);
    });
    await page.locator('#away').click();
    await expect.poll(attempts).toContainEqual({ url: 'https://example.com/link', isPrevented: true });
    await expectStillThere();
  });

  for (const target of [
    'https://example.com/',
    'http://example.com/',
    'http://127.0.0.1:9/',
    'https://recto/',
    'app://recto.evil/',
    'app://evil/',
    'app://recto/index.html',
    'app://recto/assets/page.js',
    'app://recto/books/cncc/assets/dot.png',
    'mailto:someone@example.com',
    'ms-msdt:/id',
  ]) {
    test(`by script to ${target} is prevented`, async () => {
      await reader().page.evaluate((to) => {
        location.href = to;
      }, target);
      await expect.poll(attempts).toContainEqual({ url: target, isPrevented: true });
      await expectStillThere();
    });
  }

  for (const target of ['file:///etc/passwd', 'data:text/html,<h1>elsewhere</h1>']) {
    test(`by script to ${target} is refused by Chromium itself`, async () => {
      const { page } = reader();
      const refusal = page.waitForEvent('console', (message) => message.text().startsWith('Not allowed to'));
      await page.evaluate((to) => {
        location.href = to;
      }, target);
      await refusal;
      await expectStillThere();
    });
  }

  test('within the page goes on', async () => {
    const { page } = reader();
    await page.evaluate(() => {
      location.hash = '#/second';
    });
    await expect.poll(address).toBe('app://recto/#/second');
    await page.evaluate(() => {
      history.back();
    });
    await expect.poll(address).toBe('app://recto/');
  });

  test('the guard prevents what a frame or a redirect asks for', async () => {
    const prevented = await reader().app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const isPrevented = (name: string, details: object): boolean => {
        let answer = false;
        const event = { ...details, preventDefault: () => (answer = true) };
        (contents as unknown as { emit: (name: string, event: object) => void }).emit(name, event);
        return answer;
      };
      return {
        frameToOurselves: isPrevented('will-frame-navigate', { url: 'app://recto/', isMainFrame: false }),
        mainToOurselves: isPrevented('will-frame-navigate', { url: 'app://recto/', isMainFrame: true }),
        redirect: isPrevented('will-redirect', { url: 'https://example.com/', isMainFrame: true }),
        webview: isPrevented('will-attach-webview', {}),
      };
    });
    expect(prevented).toEqual({ frameToOurselves: true, mainToOurselves: false, redirect: true, webview: true });
  });
});

test('every permission that a page asks for is refused', async () => {
  const { page } = reader();
  const outcomes = await page.evaluate(async () => {
    const name = (error: unknown) => (error as DOMException).name;
    return {
      notifications: await Notification.requestPermission(),
      microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', name),
      clipboard: await navigator.clipboard.readText().then(() => 'granted', name),
      location: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          (error) => resolve(error.code),
        ),
      ),
    };
  });
  expect(outcomes).toEqual({
    notifications: 'denied',
    microphone: 'NotAllowedError',
    clipboard: 'NotAllowedError',
    location: 1,
  });
});

test('a download is cancelled', async () => {
  const isPrevented = await reader().app.evaluate(({ session }) => {
    let prevented = false;
    const event = { preventDefault: () => (prevented = true) };
    (session.defaultSession as unknown as { emit: (name: string, event: object) => void }).emit('will-download', event);
    return prevented;
  });
  expect(isPrevented).toBe(true);
});

test.describe('the network', () => {
  let server: Server;
  const seen: string[] = [];
  let origin = '';

  test.beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.end('reached');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  test.afterAll(() => server.close());

  test('is out of reach for the page', async () => {
    const { page } = reader();
    const outcome = await page.evaluate(async (to) => {
      const image = new Image();
      image.src = `${to}/image`;
      const hint = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', href: `${to}/hint` });
      document.head.append(hint);
      navigator.sendBeacon(`${to}/beacon`);
      return Promise.all([
        fetch(`${to}/fetch`, { mode: 'no-cors' }).then(
          () => 'reached',
          () => 'refused',
        ),
        image.decode().then(
          () => 'reached',
          () => 'refused',
        ),
      ]);
    }, origin);
    expect(outcome).toEqual(['refused', 'refused']);
    expect(seen).toEqual([]);
  });

  test('is out of reach for any other window, whatever its policy', async () => {
    const reason = await reader().app.evaluate(async ({ BrowserWindow }, to) => {
      const other = new BrowserWindow({ show: false });
      const outcome = await other.loadURL(`${to}/document`).then(() => 'reached', String);
      other.destroy();
      return outcome;
    }, origin);
    expect(reason).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(seen).toEqual([]);
  });
});

// Last, so that whatever was slow to come has come.
test('after all this there is one window, and it shows the page', async () => {
  expect(await windowCount()).toBe(1);
  expect(await address()).toBe('app://recto/');
});
