/**
 * Requests that no page of ours sends, made from the contract itself: one good request a channel (the compiler asks for
 * each), and all that can be done to it. A new channel is attacked as soon as it is there.
 */
import { channels, type Request } from '../../core/contract/channels.ts';
import { channelNames, type ChannelName } from '../../core/contract/names.ts';

const markId = '6f2c1a52-7d0e-4a7b-9c1d-2f6c8f6f0a11';

/** Where the good requests lead: a book of the tests, and a block in it. */
export interface Target {
  readonly bookId: string;
  readonly chapterId: string;
  readonly blockId: string;
}

type GoodRequests = { readonly [N in ChannelName]: Request<N> };

function goodRequests({ bookId, chapterId, blockId }: Target): GoodRequests {
  const spot = { target: 'block', chapterId, lang: 'en', blockId } as const;
  const add = {
    do: 'add',
    id: markId,
    kind: 'note',
    spot,
    content: { body: 'b', color: 'blue', tags: ['t'] },
  } as const;
  return {
    'app:start': { systemLanguages: ['en'] },
    'app:diagnose': {},
    'book:read': { bookId, chapterId, lang: 'en' },
    'book:glossary': { bookId },
    'book:figures': { bookId },
    'position:save': { bookId, lang: 'en', chapterId, blockId, fraction: 0.5 },
    'trail:read': { bookId },
    'trail:save': {
      bookId,
      trail: { points: [{ chapterId, targetId: blockId, place: { blockId, fraction: 0 } }], at: 0 },
    },
    'marks:list': { bookId },
    'marks:bin': { bookId },
    'marks:erase': { bookId, ids: [markId] },
    'marks:save': { bookId, changes: [add, { do: 'delete', id: markId }] },
    'marks:undo': { bookId },
    'marks:redo': { bookId },
    'marks:export': { bookId, format: 'csv', lang: 'en' },
    'marks:bring': { file: markId, text: '{}' },
    'marks:import': { bookId, text: '{}', take: true },
    'draft:save': { bookId, draft: { id: markId, spot, body: 'half a' } },
    'notes:folder': {},
    'notes:choose': {},
    'notes:write': {},
    'notes:leave': {},
    'reads:list': { bookId },
    'reads:save': { bookId, chapterId, lang: 'en', byHand: true, sections: [{ sectionId: chapterId, share: 1 }] },
    'shelf:list': {},
    'shelf:add': { name: 'book.zip', zip: 'UEsDBA==' },
    'shelf:update': { bookId },
    'shelf:stop': {},
    'shelf:remove': { bookId },
    'shelf:report': { bookId },
    'settings:save': { theme: 'dark', textSize: 120, placeholders: { [bookId]: { HOST_IP: '10.0.0.1' } } },
    'arrivals:list': {},
    'arrivals:read': { id: markId },
    'link:open': { url: 'https://example.com/' },
    'window:open': { place: { bookId, chapterId, targetId: blockId } },
    'window:view': { as: 'zoom.reset' },
    'menu:show': { items: [{ id: 'text.copy', group: 0, key: 'Mod+C' }], at: { x: 10, y: 10 } },
    'clipboard:write': { text: 'text' },
    'file:save': { name: 'figure.svg', content: 'PHN2Zy8+' },
    'paper:print': { size: 'a4' },
    'paper:pdf': { name: 'book.pdf' },
    'book:epub': { bookId, langs: ['en'], marks: 'notes' },
  };
}

/** Stands for a text of a megabyte in the JSON of a request; `unfold` puts it there. */
export const longMark = '(a megabyte)';
const long = 'x'.repeat(1_000_000);

/** A request's JSON with its long texts; for whoever sends text. */
export function unfold(json: string): string {
  return json.replaceAll(longMark, long);
}

export interface HostileRequest {
  readonly channel: ChannelName;
  /** What was done to the good request. */
  readonly what: string;
  /** JSON: it carries own keys named `__proto__`, as structured clone does. */
  readonly json: string;
}

/** What stands in the place of every part of a request, one after the other. */
const wrong: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e300,
  '',
  longMark,
  '../../etc/passwd',
  '\u0000',
  '__proto__',
  'javascript:alert(1)',
  [],
  [null],
  {},
  { toString: 'x' },
  { $ne: null },
];

const strangeKeys = ['more', 'constructor', 'toString', 'hasOwnProperty'];

/**
 * Everything that the contract refuses, for every channel. What its schema takes after all (another whole number in
 * the place of one) is left out: that is a request like any other.
 */
export function hostileRequests(target: Target): readonly HostileRequest[] {
  return channelNames.flatMap((channel) => {
    const good = goodRequests(target)[channel];
    if (!accepts(channel, JSON.stringify(good))) throw new Error(`The good request of ${channel} is not good.`);
    return [...variants(good)]
      .map(({ what, json }) => ({ channel, what, json }))
      .filter(({ json }) => !accepts(channel, json));
  });
}

function accepts(channel: ChannelName, json: string): boolean {
  return channels[channel].request.safeParse(JSON.parse(unfold(json))).success;
}

function* variants(good: object): Generator<{ what: string; json: string }> {
  const text = JSON.stringify(good);
  for (const value of wrong) yield { what: `${JSON.stringify(value)} in its place`, json: JSON.stringify(value) };
  yield { what: 'itself in a list', json: `[${text}]` };
  yield { what: 'a deep list', json: '['.repeat(5000) + ']'.repeat(5000) };
  for (const path of pathsOf(good)) {
    const at = path.join('.');
    for (const value of wrong) {
      yield { what: `${at} = ${JSON.stringify(value)}`, json: JSON.stringify(replaced(good, path, () => value)) };
    }
    yield { what: `${at} missing`, json: JSON.stringify(replaced(good, path, () => undefined)) };
    yield { what: `${at} in a list`, json: JSON.stringify(replaced(good, path, (value) => [value])) };
    yield {
      what: `${at} many times`,
      json: JSON.stringify(replaced(good, path, (value) => Array.from({ length: 10_001 }, () => value))),
    };
  }
  for (const path of [[], ...pathsOf(good)]) {
    const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject(partAt(good, path))) continue;
    for (const key of strangeKeys) {
      const json = JSON.stringify(replaced(good, path, (value) => ({ ...(value as object), [key]: 1 })));
      yield { what: `${path.join('.')} with ${key}`, json };
    }
    // An object literal cannot have this key; its JSON can.
    const keyed = replaced(good, path, (value) => ({ ...(value as object), '@': { polluted: true } }));
    yield { what: `${path.join('.')} with __proto__`, json: JSON.stringify(keyed).replace('"@"', '"__proto__"') };
  }
}

/** The way to every part of a value, the whole left out. */
function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [[key], ...pathsOf(part).map((rest) => [key, ...rest])]);
}

function partAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], value);
}

/** A copy of `value` with another part at `path`; undefined takes it out. */
function replaced(value: unknown, path: readonly string[], change: (part: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  const part = replaced((value as Record<string, unknown>)[key], rest, change);
  if (Array.isArray(value))
    return value.flatMap((item: unknown, at) => (String(at) === key ? (part === undefined ? [] : [part]) : [item]));
  return { ...(value as object), [key]: part };
}
