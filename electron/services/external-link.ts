/** Which addresses may leave Recto. Checked here, in the host, whatever the page has checked before. */
import { failure, success, type Result } from '../../core/contract/result.ts';

/** Besides the letters-and-digits schemes that start programs, this leaves out `file:` and with it network shares. */
const allowedSchemes: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);

// eslint-disable-next-line no-control-regex
const hidden = /[\u0000-\u0020\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/;

/**
 * Checks an address and gives its normalised form (host in Punycode), which is what has to be shown and opened.
 * Fails with link-refused: another scheme than https, http or mailto; a relative or network-share address; a user
 * name or password (`https://bank.example@evil.example`); control, white-space or invisible characters; a mail with
 * an attachment.
 */
export function checkExternalLink(address: string): Result<string> {
  const refused = failure('link-refused', { url: address });
  if (hidden.test(address) || address.includes('\\')) return refused;
  if (!URL.canParse(address)) return refused;
  const url = new URL(address);
  if (!allowedSchemes.has(url.protocol)) return refused;
  if (url.protocol === 'mailto:') {
    const asksForFile = [...url.searchParams.keys()].some((key) => /^attach/i.test(key));
    return asksForFile || url.pathname === '' ? refused : success(url.href);
  }
  // `https:evil.example` parses, but is not how an address in a book is written.
  if (!/^https?:\/\//i.test(address)) return refused;
  if (url.hostname === '' || url.username !== '' || url.password !== '') return refused;
  return success(url.href);
}
