/**
 * The secrets of one launch. The address of the window carries a code that works once and soon expires, because command
 * lines can be read by every user of the machine; the page exchanges it for the token that its calls carry and for the
 * cookie that its pictures need.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const tokenHeader = 'x-recto-token';
export const launchHeader = 'x-recto-launch';
const cookieName = 'recto';

/** How long a code waits for its page. */
export const codeLifetimeMs = 2 * 60 * 1000;

export interface Access {
  /** A new code, good for one exchange within `codeLifetimeMs`. */
  readonly issueCode: () => string;
  /** Takes a code back: the token and the Set-Cookie header for its page, or undefined for a code that is not good. */
  readonly exchange: (code: string) => { token: string; setCookie: string } | undefined;
  /** Whether a request carries the token (calls), the cookie (pictures), the launch key (another start of Recto). */
  readonly hasToken: (request: IncomingMessage) => boolean;
  readonly hasCookie: (request: IncomingMessage) => boolean;
  readonly hasLaunchKey: (request: IncomingMessage) => boolean;
  /** Lets another process of the same user ask for a code. Stands in a file that only this user can read. */
  readonly launchKey: string;
}

/** `now` in milliseconds, any origin that never goes back. */
export function createAccess(now: () => number = () => performance.now()): Access {
  const token = secret();
  const cookie = secret();
  const launchKey = secret();
  const expiry = new Map<string, number>();

  return {
    launchKey,
    issueCode: () => {
      const code = secret();
      expiry.set(code, now() + codeLifetimeMs);
      return code;
    },
    exchange: (code) => {
      const issued = [...expiry.keys()].find((candidate) => isSame(candidate, code));
      if (issued === undefined) return undefined;
      const expires = expiry.get(issued) ?? 0;
      expiry.delete(issued);
      if (now() > expires) return undefined;
      return { token, setCookie: `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict` };
    },
    hasToken: (request) => isSame(token, headerOf(request, tokenHeader)),
    hasLaunchKey: (request) => isSame(launchKey, headerOf(request, launchHeader)),
    hasCookie: (request) =>
      (request.headers.cookie ?? '').split(';').some((pair) => isSame(`${cookieName}=${cookie}`, pair.trim())),
  };
}

/** 256 bits, in letters that need no escaping in an address or header. */
function secret(): string {
  return randomBytes(32).toString('base64url');
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

/** Takes the same time wherever the two differ, and whatever their lengths. */
function isSame(expected: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
