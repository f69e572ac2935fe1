/**
 * What a how-to asks of a machine: the table of its section `requirements`, the same items in the same order in every
 * how-to, so that a chapter can put the tables of several side by side. See docs/book-format.md.
 */
import { resolvePath } from '../../core/book/links.ts';
import type { Problem } from '../../core/book/report.ts';
import { say, type Sentence } from '../../core/book/sentences/say.ts';

/** A chapter's Markdown before it is parsed; `title` as the contents have it. */
export interface ChapterText {
  readonly file: string;
  readonly lang: string;
  readonly title: string;
  readonly markdown: string;
}

const words = {
  zh: { guide: '指南', items: ['CPU', '固件', '操作系统', '内核', '软件包', '权限', '时间'] },
  en: {
    guide: 'How-to',
    items: ['CPU', 'Firmware', 'Operating system', 'Kernel', 'Packages', 'Privileges', 'Time'],
  },
} as const;

function wordsOf(lang: string): (typeof words)['zh'] | (typeof words)['en'] {
  return lang.startsWith('zh') ? words.zh : words.en;
}

/**
 * The chapters with every fence `requirements` replaced by the table it asks for; a book without such a fence may write
 * its requirements as it likes. What is wrong goes to `problems`.
 */
export function fillRequirements(chapters: readonly ChapterText[], problems: Problem[]): readonly ChapterText[] {
  if (!chapters.some(({ markdown }) => markdown.search(listFence) >= 0)) return chapters;
  const tables = new Map<string, Requirements>();
  for (const chapter of chapters) {
    const table = readRequirements(chapter, problems);
    if (table !== undefined) tables.set(chapter.file, table);
  }
  const listed = new Set<string>();
  const filled = chapters.map((chapter) => fillChapter(chapter, tables, listed, problems));
  for (const [file, { line }] of tables) {
    if (!listed.has(file)) problems.push(invalid(file, line, say('requirements-unlisted')));
  }
  return filled;
}

interface Requirements {
  readonly chapter: ChapterText;
  /** 1-based line of the section's heading. */
  readonly line: number;
  /** One Markdown text an item. */
  readonly values: readonly string[];
}

/** Undefined for a chapter without the section, and for one whose table is not as it should be. */
function readRequirements(chapter: ChapterText, problems: Problem[]): Requirements | undefined {
  const lines = chapter.markdown.split('\n');
  const heading = lines.findIndex((text) => /^#+ .*\{#requirements\}\s*$/.test(text));
  if (heading < 0) return undefined;
  const after = lines.slice(heading + 1);
  const end = after.findIndex((text) => text.startsWith('#'));
  const section = end < 0 ? after : after.slice(0, end);
  const start = section.findIndex((text) => text.startsWith('|'));
  const table = start < 0 ? [] : section.slice(start);
  const length = table.findIndex((text) => !text.startsWith('|'));
  const rows = (length < 0 ? table : table.slice(0, length)).slice(2).map(cellsOf);
  const { items } = wordsOf(chapter.lang);
  if (rows.map(([item]) => item).join('|') !== items.join('|')) {
    const message = say('requirements-rows', { rows: items.join(', ') });
    problems.push(invalid(chapter.file, heading + 1, message));
    return undefined;
  }
  return { chapter, line: heading + 1, values: rows.map(([, value]) => value ?? '') };
}

function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

const listFence = /^```requirements[ \t]*\r?\n((?:(?!```).*\r?\n)*)```[ \t]*$/gm;

function fillChapter(
  chapter: ChapterText,
  tables: ReadonlyMap<string, Requirements>,
  listed: Set<string>,
  problems: Problem[],
): ChapterText {
  const { file, lang, markdown } = chapter;
  // A fence of n paths has as many lines as a table of n rows: what stands below it stays on its line.
  const filled = markdown.replace(listFence, (_fence, list: string, at: number) => {
    const first = markdown.slice(0, at).split('\n').length + 1;
    const rows = list
      .trimEnd()
      .split('\n')
      .map((path, row) => {
        const target = resolvePath(file, path.trim()) ?? '';
        const table = tables.get(target);
        if (table === undefined) {
          problems.push(invalid(file, first + row, say('requirements-no-table', { path: path.trim() })));
          return '| |';
        }
        listed.add(target);
        const values = table.values.map((value) => fromTheTop(value, target));
        return `| ${[`[${table.chapter.title}](/${target})`, ...values].join(' | ')} |`;
      });
    const { guide, items } = wordsOf(lang);
    const head = [guide, ...items];
    return [`| ${head.join(' | ')} |`, `|${head.map(() => ' --- |').join('')}`, ...rows].join('\n');
  });
  return { ...chapter, markdown: filled };
}

/** The text with its relative links as links from the book's folder, so that it can stand in another file. */
function fromTheTop(markdown: string, file: string): string {
  return markdown.replace(/\]\((?![a-z]+:|\/)([^)#\s]*)/g, (link, path: string) => {
    const target = path === '' ? file : resolvePath(file, path);
    return target === undefined ? link : `](/${target}`;
  });
}

function invalid(file: string, line: number, message: Sentence): Problem {
  return { severity: 'error', code: 'requirements-invalid', file, line, message };
}
