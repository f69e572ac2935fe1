/** A name for a file that every system takes, made of a title; `fallback` where nothing of the title is left. */
export function fileNameFor(title: string, extension: string, fallback: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  // Cut between characters, not inside one.
  const name = Array.from(plain).slice(0, 60).join('').trim();
  return `${name === '' ? fallback : name}.${extension}`;
}
