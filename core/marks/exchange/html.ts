/** Marks as one page that every browser shows, with the complete marks inside: it can be read by people and by us. */
import { escapeHtml } from '../escape-html.ts';
import { factsOf, type MarkFacts } from './mark-facts.ts';
import { readMarksJson, writeMarksJson, type FileMark, type MarksFile } from './marks-file.ts';
import { parseJson } from './parse-json.ts';
import { inBookOrder, type PlaceNames } from './place-names.ts';
import { problem, type Read } from './problem.ts';

const opening = '<script type="application/json" id="recto-marks">';
const closing = '</script>';

const style = `
:root { color-scheme: light dark; font: 1.05rem/1.7 Georgia, 'Songti SC', 'Noto Serif CJK SC', SimSun, serif; }
body { max-width: 38rem; margin: 3rem auto; padding: 0 1.2rem; }
h1, h2, h3 { line-height: 1.3; font-weight: 600; }
h2 { margin-top: 3rem; }
article { margin: 1.6rem 0; }
blockquote, pre { margin: 0 0 .6rem; padding-left: .9rem; border-left: .3rem solid #8888; white-space: pre-wrap; overflow-wrap: anywhere; }
pre { font: .85rem/1.5 ui-monospace, monospace; }
.yellow { border-color: #e0b400; } .green { border-color: #3a9a4a; } .blue { border-color: #3b7dd8; }
.pink { border-color: #d9579b; } .orange { border-color: #e07b1a; } .purple { border-color: #8a56c8; }
.note { white-space: pre-wrap; overflow-wrap: anywhere; }
footer { font-size: .85rem; opacity: .75; }
`;

/** Self-contained; runs nothing and loads nothing. `readHtml` gives the same marks back. */
export function writeHtml(file: MarksFile, names: PlaceNames): string {
  const body: string[] = [];
  let chapter = '';
  let heading = '';
  for (const mark of inBookOrder(file.marks, names)) {
    const facts = factsOf(mark, file.book.id, names);
    if (facts.chapter !== chapter) {
      // Without a chapter and behind the others: marks that have no place.
      body.push(facts.chapter === '' ? '<hr>' : `<h2>${escapeHtml(facts.chapter)}</h2>`);
      heading = '';
    }
    if (facts.heading !== heading && facts.heading !== '') body.push(`<h3>${escapeHtml(facts.heading)}</h3>`);
    ({ chapter, heading } = facts);
    body.push(article(mark, facts));
  }
  const title = escapeHtml(names.book);
  return `<!doctype html>
<html lang="${escapeHtml(file.marks.find(({ anchor }) => anchor)?.anchor?.lang ?? '')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
${body.join('\n')}
${opening}${escapeJson(writeMarksJson(file, 0))}${closing}
</body>
</html>
`;
}

function article(mark: FileMark, facts: MarkFacts): string {
  const { quote, label, note, link, color, meaning, style, state, tags, created } = facts;
  const element = mark.blockKind === 'code' ? 'pre' : 'blockquote';
  const named = meaning === '' ? color : `${meaning} (${color})`;
  const line = [named, style, state, ...tags.map((tag) => `#${tag}`), created.slice(0, created.indexOf('T'))];
  const words = line.filter((word) => word !== '').map(escapeHtml);
  return [
    `<article id="${escapeHtml(mark.id)}">`,
    ...(label === '' ? [] : [`<p><strong>${escapeHtml(label)}</strong></p>`]),
    ...(quote === '' ? [] : [`<${element} class="${escapeHtml(color)}">${escapeHtml(quote)}</${element}>`]),
    ...(note === '' ? [] : [`<div class="note">${escapeHtml(note)}</div>`]),
    `<footer>${[...(link === '' ? [] : [`<a href="${escapeHtml(link)}">Recto</a>`]), ...words].join(' · ')}</footer>`,
    '</article>',
  ].join('\n');
}

/** Whether a text is a page of ours. */
export function isHtml(text: string): boolean {
  return /^\s*<!doctype html/i.test(text);
}

/** The marks inside a page that `writeHtml` wrote. Fails with unknown-format, unreadable and what `readMarksJson` fails with. */
export function readHtml(text: string): Read<MarksFile> {
  // The last one: whatever a reader wrote stands before it, and is escaped.
  const start = text.lastIndexOf(opening);
  if (start < 0) return problem('unknown-format', 'an HTML page without marks of Recto in it');
  const from = start + opening.length;
  const end = text.indexOf(closing, from);
  if (end < 0) return problem('unreadable', 'the page is cut off');
  const json = parseJson(text.slice(from, end));
  return json.ok ? readMarksJson(json.value) : json;
}

/** JSON in which no text can end the element it stands in, or begin a comment there. */
function escapeJson(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
