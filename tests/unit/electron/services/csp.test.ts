import { describe, expect, it } from 'vitest';
import { bookHeaders, contentSecurityPolicy, pageHeaders } from '../../../../electron/services/csp.ts';

describe('the content security policy', () => {
  it('starts from nothing and allows no inline code, no eval, no other origin', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none';/);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
    expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'");
    expect(contentSecurityPolicy).toContain("frame-ancestors 'none'");
  });

  it('goes with headers that keep types, referrers and windows apart', () => {
    for (const headers of [pageHeaders, bookHeaders]) {
      expect(headers).toMatchObject({
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
      });
    }
    expect(bookHeaders['Content-Security-Policy']).toContain('sandbox');
  });
});
