import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { filesIn, receiveArrivals, type Arrival } from '../../../../electron/main/arrivals.ts';

describe('filesIn', () => {
  it('finds files of ours among the other arguments, below the folder of whoever gave them', () => {
    const argv = ['/opt/Recto/recto', '--lang=zh', 'my notes.annotation', '/srv/Book.ZIP', 'recto://a/b', '/x/read.md'];
    expect(filesIn(argv, '/home/me')).toEqual([resolve('/home/me', 'my notes.annotation'), resolve('/srv/Book.ZIP')]);
  });

  it('leaves what an option names to the option', () => {
    expect(filesIn(['recto', '--book', 'x.zip', '--data', 'y.zip', '--book=z.zip'], '/')).toEqual([]);
  });
});

describe('receiveArrivals', () => {
  it('hears what macOS sends and what a second start brings', () => {
    const app = new EventEmitter();
    const heard: Arrival[] = [];
    receiveArrivals(app as App, (arrival) => heard.push(arrival));
    let prevented = 0;
    const event = { preventDefault: () => (prevented += 1) };
    app.emit('open-url', event, 'recto://a/b');
    app.emit('open-file', event, '/home/me/x.annotation');
    app.emit('open-url', event, 'file:///etc/passwd');
    app.emit('second-instance', {}, ['recto', '--flag'], '/');
    app.emit('second-instance', {}, ['recto', 'recto://c/d', 'x.zip'], '/srv');
    expect(prevented).toBe(3);
    expect(heard).toEqual([
      { link: 'recto://a/b' },
      { files: ['/home/me/x.annotation'] },
      { link: undefined, files: [] },
      { link: 'recto://c/d', files: [resolve('/srv/x.zip')] },
    ]);
  });
});
