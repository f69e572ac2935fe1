/** Marks as a page of Markdown for Obsidian and the like: in the order of the book, under its headings. For reading. */
import { blockIdsOf } from './block-ids.ts';
import { factsOf, type MarkFacts } from './mark-facts.ts';
import { escapeLine, fenced, quoted, tagWord } from './markdown-text.ts';
import type { FileMark, MarksFile } from './marks-file.ts';
import { inBookOrder, type PlaceNames } from './place-names.ts';
import type { Template } from './template.ts';

/** `template` stands for what is written of each mark; headings and front matter stay. */
export function writeMarkdown(file: MarksFile, names: PlaceNames, template?: Template): string {
  const entries = markdownEntries(file, names, template).map(({ text }) => text);
  return `${[frontMatter(file, names), `# ${escapeLine(names.book)}`, ...entries].join('\n\n')}\n`;
}

/** Each mark as Markdown in the order of the book; the first below a heading has it before its own words. */
export function markdownEntries(
  { book, marks }: Pick<MarksFile, 'book' | 'marks'>,
  given: PlaceNames,
  template?: Template,
): { readonly mark: FileMark; readonly text: string }[] {
  const names = { blockId: blockIdsOf(marks.map(({ id }) => id)), ...given };
  let chapter = '';
  let heading = '';
  return inBookOrder(marks, names).map((mark) => {
    const parts: string[] = [];
    const facts = factsOf(mark, book.id, names);
    if (facts.chapter !== chapter) {
      // Without a chapter and behind the others: marks that have no place.
      parts.push(facts.chapter === '' ? '***' : `## ${escapeLine(facts.chapter)}`);
      heading = '';
    }
    if (facts.heading !== heading && facts.heading !== '') parts.push(`### ${escapeLine(facts.heading)}`);
    ({ chapter, heading } = facts);
    parts.push(template ? template(facts) : entry(mark, facts));
    return { mark, text: parts.join('\n\n') };
  });
}

function frontMatter({ book, exportedAt, marks }: MarksFile, names: PlaceNames): string {
  const langs = new Set(marks.flatMap(({ anchor }) => anchor?.lang ?? []));
  const tags = new Set(marks.flatMap((mark) => mark.tags.map(tagWord)));
  // Every JSON text is YAML.
  const lines = Object.entries({
    title: names.book,
    book: book.id,
    edition: book.edition,
    source: 'Recto',
    lang: [...langs].sort(),
    exported: new Date(exportedAt).toISOString(),
    notes: marks.length,
    tags: [...tags].sort(),
  }).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return ['---', ...lines, '---'].join('\n');
}

/** Name, quote, note, and one line that leads back; its end is an id that stays the same in every export. */
function entry(mark: FileMark, facts: MarkFacts): string {
  const { block, quote, label, note, link, color, meaning, style, state, tags, created } = facts;
  const isCode = mark.blockKind === 'code';
  const line = [
    ...(link === '' ? [] : [`[open](${link})`]),
    ...[meaning === '' ? color : `${escapeLine(meaning)} (${color})`, style, state].filter((word) => word !== ''),
    ...tags.map((tag) => `#${tagWord(tag)}`),
    created.slice(0, created.indexOf('T')),
  ].join(' · ');
  return [
    ...(label === '' ? [] : [`**${escapeLine(label)}**`]),
    ...(quote === '' ? [] : [isCode ? fenced(quote) : quoted(quote)]),
    ...(note === '' ? [] : [note.replace(/^\n+|\s+$/g, '')]),
    `— ${line} ^${block}`,
  ].join('\n\n');
}
