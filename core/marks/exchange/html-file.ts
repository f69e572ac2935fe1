/** Marks as one page that opens anywhere, with the whole annotation file inside: it is for reading, and it is a backup. */
import type { BookManifest } from '../../book/model.ts';
import type { Mark } from '../mark.ts';

const inside = 'recto-marks';

/** `annotations` is the text of the annotation file with the same marks; `marks` in the order in which they are to stand. */
export function writeHtml(book: BookManifest, marks: readonly Mark[], annotations: string, lang: string): string {
  const title = escaped(book.title[lang] ?? Object.values(book.title)[0] ?? book.id);
  const entries = marks.map((mark) => {
    const about = [mark.kind, mark.color, mark.state, ...mark.tags.map((tag) => `#${tag}`)].filter(
      (part) => part !== null,
    );
    return [
      '<article>',
      ...(mark.label === null ? [] : [`<h2>${escaped(mark.label)}</h2>`]),
      ...(mark.anchor
        ? [`<blockquote lang="${escaped(mark.anchor.lang)}">${escaped(mark.anchor.quote)}</blockquote>`]
        : []),
      ...(mark.body === null ? [] : [`<p>${escaped(mark.body)}</p>`]),
      `<footer>${escaped(about.join(' · '))}</footer>`,
      '</article>',
    ].join('\n');
  });
  return `<!doctype html>
<html lang="${escaped(lang)}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 serif; }
blockquote { margin: 0; padding-inline-start: 1rem; border-inline-start: 3px solid #999; white-space: pre-line; }
p { white-space: pre-line; }
article { margin-block: 2rem; }
footer { color: #666; font-size: 0.875rem; }
</style>
<h1>${title}</h1>
${entries.join('\n')}
<script type="application/json" id="${inside}">
${annotations.trim().replaceAll('<', '\\u003c')}
</script>
`;
}

/** The annotation file inside such a page; the text as it is where it is no such page. */
export function annotationsOf(text: string): string {
  if (!/^\s*<!doctype html>/i.test(text)) return text;
  const start = text.indexOf(`id="${inside}">`);
  const end = text.indexOf('</script>', start);
  return start < 0 || end < 0 ? text : text.slice(start + `id="${inside}">`.length, end);
}

function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => names[sign] ?? sign);
}
