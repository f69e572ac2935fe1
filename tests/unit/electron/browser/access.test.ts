import { describe, expect, it } from 'vitest';
import { codeLifetimeMs, createAccess } from '../../../../electron/browser/access.ts';

describe('a one-time code', () => {
  it('is exchanged once', () => {
    const access = createAccess();
    const code = access.issueCode();
    expect(access.exchange(code)?.token).toMatch(/^[\w-]{43}$/);
    expect(access.exchange(code)).toBeUndefined();
  });

  it('expires after two minutes', () => {
    let now = 0;
    const access = createAccess(() => now);
    const [early, late] = [access.issueCode(), access.issueCode()];
    now = codeLifetimeMs;
    expect(access.exchange(early)).toBeDefined();
    now = codeLifetimeMs + 1;
    expect(access.exchange(late)).toBeUndefined();
  });

  it('belongs to one launch', () => {
    const code = createAccess().issueCode();
    expect(createAccess().exchange(code)).toBeUndefined();
  });

  it('is neither the token nor part of the cookie, and no launch has the token of another', () => {
    const access = createAccess();
    const code = access.issueCode();
    const session = access.exchange(code);
    expect(session?.token).not.toBe(code);
    expect(session?.setCookie).not.toContain(code);
    expect(session?.setCookie).not.toContain(session?.token);
    expect(session?.setCookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    const other = createAccess();
    expect(other.exchange(other.issueCode())?.token).not.toBe(session?.token);
  });
});
