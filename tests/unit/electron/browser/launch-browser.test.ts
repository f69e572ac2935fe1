import { expect, it } from 'vitest';
import { browserArguments } from '../../../../electron/browser/launch-browser.ts';

const launch = {
  browser: process.execPath,
  address: 'http://a.localhost:1/#code=x',
  profileFolder: '/data/browser-profile',
};

it('a window has a profile of its own, stays off the network and opens no debugging port', () => {
  const args = browserArguments(launch);
  expect(args).toContain('--app=http://a.localhost:1/#code=x');
  expect(args).toContain('--user-data-dir=/data/browser-profile');
  expect(args).toContain('--disable-background-networking');
  expect(args.join(' ')).not.toMatch(/remote-debugging|token|disable-web-security/);
});

it('the sandbox is given up for root on Linux alone', () => {
  const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;
  expect(browserArguments(launch).includes('--no-sandbox')).toBe(isLinuxRoot);
});
