/**
 * Marks as one Markdown file a book, for people and for Obsidian: front matter, a heading a chapter and section, the quote,
 * the note, a line with the way back. Every mark ends in a block id that stays the same, so that it can be linked to.
 */
import { flattenChapters, localized } from '../../book/contents.ts';
import { formatDeepLink } from '../../book/deep-link.ts';
import { headingPath } from '../../book/heading-path.ts';
import type { BookManifest } from '../../book/model.ts';
import type { Mark } from '../mark.ts';

export interface MarkdownOptions {
  /** ISO 8601; only the day is written, so that a day's exports are equal. */
  readonly exported: string;
  /** Language of the headings, where the book has it. */
  readonly lang: string;
}

/** `marks` in the order in which they are to stand; marks of one section belong together. */
export function writeMarkdown(book: BookManifest, marks: readonly Mark[], options: MarkdownOptions): string {
  const tags = [...new Set(marks.flatMap((mark) => mark.tags))].sort();
  const frontMatter = [
    '---',
    `title: ${quoted(localized(book.title, options.lang, book.languages))}`,
    `edition: ${quoted(book.edition)}`,
    `source: ${quoted(`recto://${book.id}`)}`,
    `exported: ${options.exported.slice(0, 10)}`,
    `marks: ${String(marks.length)}`,
    `tags: [${tags.map((tag) => quoted(tag)).join(', ')}]`,
    '---',
  ];
  const lines: string[] = [];
  let heading = '';
  for (const mark of marks) {
    const above = headingsOf(book, mark, options.lang);
    if (above !== heading) lines.push(above);
    heading = above;
    lines.push(entry(mark));
  }
  return `${[frontMatter.join('\n'), ...lines].filter((line) => line !== '').join('\n\n')}\n`;
}

/** The headings above a mark; none for a mark on the whole book. */
function headingsOf(book: BookManifest, { anchor }: Mark, lang: string): string {
  if (!anchor) return '';
  const chapter = flattenChapters(book.contents).find(({ id }) => id === anchor.chapterId);
  const title = chapter ? localized(chapter.title, lang, book.languages) : anchor.chapterId;
  const headings = chapter?.headings[lang] ?? Object.values(chapter?.headings ?? {})[0] ?? [];
  const path = headingPath(headings, anchor.sectionId).map((one) => one.title);
  return [`## ${title}`, ...(path.length > 0 ? [`### ${path.join(' › ')}`] : [])].join('\n\n');
}

function entry(mark: Mark): string {
  const { anchor, body, color, state, tags } = mark;
  const link = anchor
    ? formatDeepLink({ bookId: mark.bookId, chapterId: anchor.chapterId, targetId: anchor.blockId })
    : `recto://${encodeURIComponent(mark.bookId)}`;
  const about = [
    `[open](${link})`,
    mark.kind,
    ...(color ? [color] : []),
    ...(state ? [state] : []),
    ...tags.map((tag) => `#${tag.replace(/\s+/g, '-')}`),
    new Date(mark.createdAt).toISOString().slice(0, 10),
  ];
  const parts = [
    ...(mark.label === null ? [] : [`**${mark.label.replace(/[\r\n]+/g, ' ')}**`]),
    ...(anchor ? [quoteOf(anchor.quote, mark.blockKind === 'code')] : []),
    ...(body === null ? [] : [body.trim()]),
    `— ${about.join(' · ')} ^n-${mark.id.slice(0, 8)}`,
  ];
  return parts.join('\n\n');
}

/** A quotation; code keeps its lines, in a fence longer than any inside. */
function quoteOf(quote: string, isCode: boolean): string {
  const longest = Math.max(2, ...Array.from(quote.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const lines = isCode ? [fence, ...quote.split('\n'), fence] : quote.split('\n');
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

/** A YAML string in double quotes, which takes JSON's. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
