/** What every answer of either host carries. One constant, so that the two hosts cannot differ. */

/**
 * Only what Recto itself ships may load or run. `trusted-types` names the one policy that lets sanitised book text into
 * the page, and the one that lets its search worker start; `dompurify` is the policy the sanitiser makes for its own parsing.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types recto-book recto-search dompurify',
].join('; ');

/** Headers of every answer, whatever it is. */
export const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-DNS-Prefetch-Control': 'off',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Headers of the page and of what it is built from. */
export const pageHeaders = { ...commonHeaders, 'Content-Security-Policy': contentSecurityPolicy } as const;

/** Headers of a book's own files: even opened on their own (an SVG can hold scripts) they may do nothing. */
export const bookHeaders = {
  ...commonHeaders,
  'Content-Security-Policy': "sandbox; default-src 'none'",
} as const;
