import { describe, expect, it } from 'vitest';
import { isLocalRequest, isOwnPage, isOwnSender } from '../../../../electron/main/own-page.ts';

describe('isOwnPage', () => {
  it.each(['app://recto/', 'app://recto/?a=b', 'app://recto/#/intel-sgx/background', 'app://recto/?#'])(
    'allows the page itself: %s',
    (address) => expect(isOwnPage(address)).toBe(true),
  );

  it.each([
    // look-alikes of the origin
    'app://recto.example.com/',
    'app://recto.evil/',
    'app://recto@evil/',
    'app://evil@recto/',
    'app://recto:secret@recto/',
    'app://recto:80/',
    'app://xrecto/',
    'app://rect0/',
    'app://RECTO.evil/',
    'app:///recto/',
    'app:recto/',
    'app:/recto/',
    'app:\\\\recto\\',
    'apps://recto/',
    'xapp://recto/',
    'app://evil/app://recto/',
    'app://evil/?app://recto/',
    'app://evil#app://recto/',
    'app://recto\\@evil/',
    'app://rеcto/', // a Cyrillic е
    // parts of the page that are no pages
    'app://recto/index.html',
    'app://recto/assets/index.js',
    'app://recto/books/cncc/assets/picture.svg',
    'app://recto//evil.example/',
    'app://recto/%2e%2e%2fevil',
    'app://recto/..%2f',
    // other schemes and hosts
    'https://recto/',
    'http://recto/',
    'https://example.com/',
    'https://example.com/#app://recto/',
    'file:///etc/passwd',
    'file://recto/',
    'data:text/html,<p>x</p>',
    'blob:app://recto/1b2c',
    'javascript:alert(1)',
    'view-source:app://recto/',
    'about:blank',
    'about:srcdoc',
    'chrome://settings/',
    'devtools://devtools/bundled/inspector.html',
    'mailto:a@example.com',
    'ftp://recto/',
    'ws://recto/',
    'ms-msdt:/id',
    'filesystem:app://recto/temporary/x',
    // no address at all
    '',
    '/',
    '//recto/',
    'recto',
    '\0',
  ])('refuses %s', (address) => expect(isOwnPage(address)).toBe(false));
});

describe('isLocalRequest', () => {
  it.each(['app://recto/assets/a.js', 'data:image/png;base64,AA==', 'blob:app://recto/1'])('lets %s pass', (address) =>
    expect(isLocalRequest(address)).toBe(true),
  );

  it.each([
    'https://example.com/',
    'http://127.0.0.1:1/',
    'ws://a/',
    'wss://a/',
    'ftp://a/',
    'file:///etc/passwd',
    'x',
  ])('cancels %s', (address) => expect(isLocalRequest(address)).toBe(false));
});

describe('isOwnSender', () => {
  const mainFrame = { origin: 'app://recto' };
  const reader = { mainFrame };
  const isReader = (contents: unknown): boolean => contents === reader;

  it('knows the main frame of the window that shows the page', () => {
    expect(isOwnSender({ senderFrame: mainFrame, sender: reader }, isReader)).toBe(true);
  });

  it('refuses a frame that has gone in the meantime', () => {
    expect(isOwnSender({ senderFrame: null, sender: reader }, isReader)).toBe(false);
  });

  it('refuses a subframe, even of our own origin', () => {
    expect(isOwnSender({ senderFrame: { origin: 'app://recto' }, sender: reader }, isReader)).toBe(false);
  });

  it.each(['null', 'https://recto', 'app://recto.evil', 'app://recto/', 'file://', ''])(
    'refuses our window when it shows a page of the origin %j',
    (origin) => {
      const foreign = { origin };
      const sender = { mainFrame: foreign };
      expect(isOwnSender({ senderFrame: foreign, sender }, (one) => one === sender)).toBe(false);
    },
  );

  it('refuses a window that is none of ours, and any window when all of ours are closed', () => {
    const otherFrame = { origin: 'app://recto' };
    const other = { mainFrame: otherFrame };
    expect(isOwnSender({ senderFrame: otherFrame, sender: other }, isReader)).toBe(false);
    expect(isOwnSender({ senderFrame: otherFrame, sender: other }, () => false)).toBe(false);
  });
});
