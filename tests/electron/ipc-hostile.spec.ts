/** Every channel of the contract against a page that has been taken over: it can send whatever IPC can carry. */
import { expect, test } from 'playwright/test';
import { channelNames } from '../../core/contract/names.ts';
import { hostileRequests, longMark } from '../helpers/hostile-requests.ts';
import { call, useReader } from './launch.ts';
import { makeMiniApp } from './mini-app.ts';

const reader = useReader(makeMiniApp);

/** What a request could have changed, in the store and in the main process itself. */
async function state(): Promise<unknown> {
  const { page, app } = reader();
  const book = { bookId: 'cncc' };
  return {
    start: await call(page, 'app:start', { systemLanguages: [] }),
    trail: await call(page, 'trail:read', book),
    marks: await call(page, 'marks:list', book),
    bin: await call(page, 'marks:bin', book),
    process: await app.evaluate(async ({ BrowserWindow, clipboard }) => ({
      prototype: Object.keys(Object.getPrototypeOf({}) as object),
      windows: BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
      clipboard: await clipboard.readText(),
    })),
  };
}

const refusal = { ok: false, error: { code: 'bad-request' } };

for (const channel of channelNames) {
  test.describe(channel, () => {
    let before: unknown;
    test.beforeAll(async () => (before = await state()));
    test.afterAll(async () => expect(await state()).toEqual(before));

    test('answers whatever its schema does not know with a failure', async () => {
      const target = { bookId: 'cncc', chapterId: 'second', blockId: 'second.1' };
      const requests = hostileRequests(target).filter((request) => request.channel === channel);
      // A channel that is asked for nothing can be asked wrongly in fewer ways.
      expect(requests.length).toBeGreaterThan(20);
      const answers = await reader().page.evaluate(
        async ([name, texts, mark]) => {
          const { recto } = window as unknown as { recto: Record<string, (request: unknown) => Promise<unknown>> };
          const ask = async (text: string): Promise<unknown> => {
            // Long texts are put in here: there are too many of them for the driver's line.
            const request: unknown = JSON.parse(text.replaceAll(mark, 'x'.repeat(1_000_000)));
            try {
              return await recto[name]?.(request);
            } catch (error) {
              return error instanceof Error ? 'not sent' : 'thrown';
            }
          };
          return Promise.all(texts.map(ask));
        },
        [channel, requests.map(({ json }) => json), longMark] as const,
      );
      requests.forEach(({ what }, at) => {
        // The bridge itself refuses what is nested too deeply.
        const isRefusedByBridge = what === 'a deep list' && answers[at] === 'not sent';
        if (!isRefusedByBridge) expect(answers[at], what).toMatchObject(refusal);
      });
    });

    test('answers what is no JSON with a failure, or it does not leave the page', async () => {
      const answers = await reader().page.evaluate(async (name) => {
        const { recto } = window as unknown as { recto: Record<string, (request: unknown) => Promise<unknown>> };
        const loop: Record<string, unknown> = {};
        loop.self = loop;
        const values: readonly unknown[] = [
          undefined,
          Number.NaN,
          Number.POSITIVE_INFINITY,
          -0,
          2n ** 70n,
          new Date(0),
          /x/,
          new Map([['bookId', 'cncc']]),
          new Set(['cncc']),
          new Uint8Array(8),
          new ArrayBuffer(1 << 20),
          new Error('x'),
          loop,
          Symbol('x'),
          new Proxy({}, { get: () => 'cncc' }),
          Object.create(null),
          new Array(100_000),
          new String('cncc'),
          new (class Request {
            bookId = 7;
          })(),
        ];
        const keys = ['bookId', 'url', 'text', 'name', 'theme', 'systemLanguages', 'changes', 'trail', 'draft'];
        const requests = values.flatMap((value) => [
          value,
          [value],
          ...keys.map((key) => ({ [key]: value, other: value })),
        ]);
        const ask = async (request: unknown): Promise<unknown> => {
          try {
            return await recto[name]?.(request);
          } catch (error) {
            return error instanceof Error ? 'not sent' : 'thrown';
          }
        };
        return Promise.all(requests.map(ask));
      }, channel);
      expect(answers.length).toBeGreaterThan(200);
      expect(answers).toContainEqual(expect.objectContaining({ ok: false }));
      // A Map or a Date arrives as an object without keys, which is a change of no setting.
      const toNothing = JSON.stringify(await call(reader().page, channel, {}));
      for (const answer of answers) {
        // What the clone has made nothing of is a good request where nothing is to be sent.
        const isGood = channel === 'app:diagnose' && (answer as { ok?: boolean }).ok;
        if (answer !== 'not sent' && !isGood && JSON.stringify(answer) !== toNothing)
          expect(answer).toMatchObject(refusal);
      }
    });
  });
}
