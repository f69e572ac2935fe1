import { describe, expect, it } from 'vitest';
import { foreignness, siteOf } from '../../../../electron/browser/site.ts';

const site = siteOf('0123456789abcdef', 4321);
const own = { host: [site.host] };

describe('a request to the loopback server', () => {
  it.each([
    own,
    { ...own, origin: [site.origin] },
    { ...own, 'sec-fetch-site': ['same-origin'] },
    { ...own, 'sec-fetch-site': ['none'] },
  ])('%j is at home', (headersDistinct) => {
    expect(foreignness({ headersDistinct }, site)).toBeUndefined();
  });

  it.each([
    {},
    { host: ['localhost:4321'] },
    { host: ['127.0.0.1:4321'] },
    { host: ['[::1]:4321'] },
    { host: ['evil.example'] },
    { host: ['0123456789abcdef.localhost'] },
    { host: ['0123456789abcdef.localhost:4322'] },
    { host: ['0123456789abcdef.localhost:4321.evil.example'] },
    { host: ['x.0123456789abcdef.localhost:4321'] },
    { host: ['0123456789ABCDEF.localhost:4321'] },
    { host: ['0123456789abcdef.localhost.:4321'] },
    { host: [site.host, site.host] },
    { ...own, origin: ['null'] },
    { ...own, origin: [''] },
    { ...own, origin: ['http://evil.example'] },
    { ...own, origin: [`https://${site.host}`] },
    { ...own, origin: ['http://0123456789abcdef.localhost'] },
    { ...own, origin: [site.origin, 'http://evil.example'] },
    { ...own, 'sec-fetch-site': ['cross-site'] },
    { ...own, 'sec-fetch-site': ['same-site'] },
    { ...own, origin: [site.origin], 'sec-fetch-site': ['cross-site'] },
  ])('%j is foreign', (headersDistinct) => {
    expect(foreignness({ headersDistinct }, site)).toBeDefined();
  });
});
