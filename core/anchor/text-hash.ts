/**
 * A short name for a text: equal texts have equal names, and two texts that an author wrote have different ones.
 * FNV-1a (Fowler, Noll and Vo) over UTF-16 units in two lanes, 64 bits as 16 hexadecimal digits. Not cryptographic:
 * who relies on it looks at the quote, too.
 */
export function textHash(text: string): string {
  const prime = 0x01000193;
  let low = 0x811c9dc5;
  let high = 0x2f0b4c47;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, prime);
    high = Math.imul(high ^ (unit + at), prime);
  }
  return [high, low].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
