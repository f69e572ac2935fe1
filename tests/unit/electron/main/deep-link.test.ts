import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { linkIn, receiveLinks } from '../../../../electron/main/deep-link.ts';

describe('linkIn', () => {
  it('finds the address among the other arguments', () => {
    expect(linkIn(['/opt/Recto/recto', '--lang=zh', 'recto://cncc/intel-tdx#idea.1'])).toBe(
      'recto://cncc/intel-tdx#idea.1',
    );
    expect(linkIn(['recto', 'RECTO://cncc/intel-tdx'])).toBe('RECTO://cncc/intel-tdx');
  });

  it('takes nothing else for one', () => {
    expect(linkIn(['recto', 'https://example.com/?recto://x/y', 'recto:', '/home/me/recto:/x'])).toBeUndefined();
    expect(linkIn([`recto://${'x'.repeat(2000)}`])).toBeUndefined();
  });
});

describe('receiveLinks', () => {
  it('hears the links of macOS and those of a second start', () => {
    const app = new EventEmitter();
    const links: string[] = [];
    receiveLinks(app as App, (link) => links.push(link));
    let isPrevented = false;
    app.emit('open-url', { preventDefault: () => (isPrevented = true) }, 'recto://a/b');
    app.emit('second-instance', {}, ['recto', '--flag'], '/');
    app.emit('second-instance', {}, ['recto', 'recto://c/d'], '/');
    app.emit('open-url', { preventDefault: () => undefined }, 'file:///etc/passwd');
    expect(isPrevented).toBe(true);
    expect(links).toEqual(['recto://a/b', 'recto://c/d']);
  });
});
