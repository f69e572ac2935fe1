/** The handlers that Electron is given, asked for everything there is; tests/electron/lock.spec.ts asks from a page. */
import type { App } from 'electron';
import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { lockDown } from '../../../../electron/main/lock-down.ts';

type Handler = (...values: unknown[]) => unknown;

/** What the lock does to a program, a session and a page, by name. */
class Recorder extends EventEmitter {
  readonly calls: [name: string, ...values: unknown[]][] = [];
  readonly isPackaged: boolean;
  readonly commandLine = { appendSwitch: (...values: unknown[]) => this.note('appendSwitch', values) };
  readonly webRequest = { onBeforeRequest: (...values: unknown[]) => this.note('onBeforeRequest', values) };

  constructor(isPackaged: boolean) {
    super();
    this.isPackaged = isPackaged;
    for (const name of [
      'enableSandbox',
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
      'setDisplayMediaRequestHandler',
      'setSpellCheckerEnabled',
      'setWindowOpenHandler',
      'setWebRTCIPHandlingPolicy',
    ]) {
      Object.assign(this, { [name]: (...values: unknown[]) => this.note(name, values) });
    }
  }

  handler(name: string): Handler {
    return this.calls.find(([called]) => called === name)?.[1] as Handler;
  }

  private note(name: string, values: unknown[]): void {
    this.calls.push([name, ...values]);
  }
}

let session: Recorder;
let contents: Recorder;

function lock(isPackaged: boolean): Recorder {
  const program = new Recorder(isPackaged);
  session = new Recorder(isPackaged);
  contents = new Recorder(isPackaged);
  lockDown(program as unknown as App);
  program.emit('session-created', session);
  program.emit('web-contents-created', {}, contents);
  return program;
}

beforeEach(() => void lock(true));

const permissions =
  'accessibility-events background-fetch background-sync bluetooth clipboard-read clipboard-sanitized-write ' +
  'deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation hid idle-detection ' +
  'keyboardLock media mediaKeySystem midi midiSysex nfc notifications openExternal payment-handler periodic-background-sync ' +
  'persistent-storage pointerLock screen-wake-lock sensors serial speaker-selection storage-access ' +
  'top-level-storage-access unknown usb window-management a-permission-of-tomorrow';

describe.each(permissions.split(' '))('the permission %s', (permission) => {
  it.each(['app://recto/', 'https://example.com/', 'file:///', ''])('is refused to %j', (origin) => {
    const answers: unknown[] = [];
    session.handler('setPermissionRequestHandler')({}, permission, (answer: unknown) => answers.push(answer), {
      requestingUrl: origin,
    });
    expect(answers).toEqual([false]);
    expect(session.handler('setPermissionCheckHandler')({}, permission, origin, {})).toBe(false);
  });
});

it('no device and no screen is given away', () => {
  for (const deviceType of ['hid', 'serial', 'usb', 'bluetooth']) {
    expect(session.handler('setDevicePermissionHandler')({ deviceType, origin: 'app://recto' })).toBe(false);
  }
  const streams: unknown[] = [];
  session.handler('setDisplayMediaRequestHandler')({}, (stream: unknown) => streams.push(stream));
  expect(streams).toEqual([null]);
});

const isCancelled = (url: string): unknown => {
  let answer: unknown;
  session.handler('onBeforeRequest')({ url }, (given: { cancel: boolean }) => (answer = given.cancel));
  return answer;
};

describe('a request', () => {
  it.each(['app://recto/', 'app://recto/assets/index.js', 'data:image/png;base64,AA', 'blob:app://recto/1b2c'])(
    'for %s goes on',
    (url) => expect(isCancelled(url)).toBe(false),
  );

  it.each([
    'http://example.com/',
    'https://example.com/',
    'ws://127.0.0.1/',
    'wss://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'chrome://settings/',
    'chrome-extension://x/',
    'devtools://devtools/bundled/inspector.html',
    'filesystem:app://recto/x',
    'ms-msdt:/id',
    '',
  ])('for %j is cancelled', (url) => expect(isCancelled(url)).toBe(true));

  it('for the developer tools goes on where they can be opened: not in a package', () => {
    lock(false);
    expect(isCancelled('devtools://devtools/bundled/inspector.html')).toBe(false);
    expect(isCancelled('https://example.com/')).toBe(true);
  });
});

it('the sandbox comes first, and no name resolves', () => {
  expect(lock(true).calls).toEqual([['enableSandbox'], ['appendSwitch', 'host-resolver-rules', 'MAP * ~NOTFOUND']]);
});

it('every page refuses windows, webviews, frames that move and downloads', () => {
  expect(contents.handler('setWindowOpenHandler')({ url: 'app://recto/' })).toEqual({ action: 'deny' });
  const isPrevented = (target: EventEmitter, name: string, details: object) => {
    let prevented = false;
    target.emit(name, { ...details, preventDefault: () => (prevented = true) });
    return prevented;
  };
  const out = { url: 'https://example.com/', isMainFrame: true };
  const own = { url: 'app://recto/#/a', isMainFrame: true };
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    expect([isPrevented(contents, name, out), isPrevented(contents, name, own)]).toEqual([true, false]);
  }
  expect(isPrevented(contents, 'will-frame-navigate', { ...own, isMainFrame: false })).toBe(true);
  expect(isPrevented(contents, 'will-attach-webview', {})).toBe(true);
  expect(isPrevented(session, 'will-download', {})).toBe(true);
});
