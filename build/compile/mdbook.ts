/** What mdBook does to a chapter before it is Markdown: files that are put in, lines of code that are hidden. Nothing is run. */
import { resolvePath } from '../../core/book/links.ts';
import type { Problem } from '../../core/book/report.ts';
import { say, type Sentence } from '../../core/book/sentences/say.ts';
import type { BookFolder } from './book-folder.ts';

/** So deep may a file put in a file that puts in a file. */
const deepest = 8;
/** UTF-16 units that may be put into a chapter in all: as much as a file may have. */
const mostLength = 2 * 1024 * 1024;

/** A directive that may be escaped with a backslash: `{{#include file.rs:2:10}}`. */
const directive = /(\\?)\{\{\s*#([a-z_]+)\b([^{}]*)\}\}/g;

/**
 * Puts in what `{{#include}}`, `{{#rustdoc_include}}` and `{{#playground}}` name, as far as it lies in the book. What cannot be had
 * stays as it is written, and is reported. Also takes `{{#title}}` away, which names the page of a site.
 */
export async function preprocess(
  folder: BookFolder,
  file: string,
  markdown: string,
  report: (problem: Pick<Problem, 'severity' | 'code' | 'message'>) => void,
): Promise<string> {
  const state = { left: mostLength };
  const expanded = await expand(folder, file, markdown, { depth: 0, state, report });
  return hideLines(expanded);
}

interface Expanding {
  readonly depth: number;
  readonly state: { left: number };
  readonly report: (problem: Pick<Problem, 'severity' | 'code' | 'message'>) => void;
}

async function expand(folder: BookFolder, file: string, text: string, at: Expanding): Promise<string> {
  let result = '';
  let done = 0;
  for (const match of text.matchAll(directive)) {
    const [whole, escape = '', name = '', argument = ''] = match;
    result += text.slice(done, match.index) + (await replacement({ folder, file, whole, escape, name, argument, at }));
    done = match.index + whole.length;
  }
  return result + text.slice(done);
}

interface Directive {
  readonly folder: BookFolder;
  readonly file: string;
  readonly whole: string;
  readonly escape: string;
  readonly name: string;
  readonly argument: string;
  readonly at: Expanding;
}

async function replacement({ folder, file, whole, escape, name, argument, at }: Directive): Promise<string> {
  if (escape !== '') return whole.slice(1);
  if (name === 'title') return '';
  if (name !== 'include' && name !== 'rustdoc_include' && name !== 'playground' && name !== 'playpen') return whole;
  const [address = ''] = argument.trim().split(/\s+/);
  const [path = '', ...range] = address.split(':');
  const target = path === '' ? undefined : resolvePath(file, path);
  const fail = (code: Problem['code'], message: Sentence): string => {
    at.report({ severity: 'error', code, message });
    return whole;
  };
  if (target === undefined)
    return fail('path-outside-book', say('include-outside', { directive: `{{#${name} ${address}}}` }));
  if (at.depth >= deepest) return fail('chapter-too-deep', say('include-too-deep', { file: target, most: deepest }));
  const read = await folder.readText(target);
  if (!read.ok) {
    const code = read.failure.code === 'not-found' ? 'file-unreadable' : read.failure.code;
    return fail(code, say('include-fails', { directive: `{{#${name}}}`, failure: read.failure.message }));
  }
  const part = partOf(read.value.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), range, name === 'rustdoc_include');
  if (part === undefined)
    return fail('file-unreadable', say('include-anchor', { file: target, anchor: range.join(':') }));
  at.state.left -= part.length;
  if (at.state.left < 0) return fail('file-too-large', say('include-too-long', { file: target }));
  if (name === 'playground' || name === 'playpen') return `\`\`\`rust\n${part}\n\`\`\``;
  // Only text that is put in is looked through again, from where it lies.
  return expand(folder, target, part, { ...at, depth: at.depth + 1 });
}

const anchorMark = /^.*ANCHOR(_END)?:\s*([\w-]+).*$/;

/**
 * The lines of a range: `2:10`, `2`, `:10`, `2:`, or an anchor's name. Marks of anchors are not part of the text. With `keeps` the
 * other lines stay, hidden (rustdoc's `# `). Undefined where there is no such anchor.
 */
function partOf(text: string, range: readonly string[], keeps: boolean): string | undefined {
  const lines = text.replace(/\n$/, '').split('\n');
  const [first = '', second] = range;
  let isShown: (index: number) => boolean = () => true;
  if (/^\d*$/.test(first) && (second === undefined || /^\d*$/.test(second)) && range.length > 0) {
    const from = first === '' ? 1 : Number(first);
    const to = second === undefined ? from : second === '' ? Infinity : Number(second);
    isShown = (index) => index + 1 >= from && index + 1 <= to;
  } else if (range.length > 0) {
    const marks = lines.map((line) => anchorMark.exec(line));
    const begin = marks.findIndex((mark) => mark?.[1] === undefined && mark?.[2] === first);
    if (begin < 0) return undefined;
    const end = marks.findIndex((mark, index) => index > begin && mark?.[1] !== undefined && mark[2] === first);
    isShown = (index) => index > begin && (end < 0 || index < end);
  }
  return lines
    .flatMap((line, index) => {
      if (anchorMark.test(line)) return [];
      if (isShown(index)) return [line];
      return keeps ? [`# ${line}`] : [];
    })
    .join('\n');
}

/** Takes the lines out of Rust code that rustdoc hides: `# use std::io;`. `##` stands for one that is shown. */
function hideLines(markdown: string): string {
  let fence: { readonly mark: string; readonly isRust: boolean } | undefined;
  return markdown
    .split('\n')
    .flatMap((line) => {
      const mark = /^\s*(`{3,}|~{3,})(.*)$/.exec(line);
      if (fence === undefined) {
        if (mark) fence = { mark: mark[1] ?? '', isRust: /^\s*rust\b/.test(mark[2] ?? '') };
        return [line];
      }
      if (mark && mark[2]?.trim() === '' && (mark[1] ?? '').startsWith(fence.mark)) {
        fence = undefined;
        return [line];
      }
      if (!fence.isRust) return [line];
      if (/^\s*#(?: |$)/.test(line)) return [];
      return [line.replace(/^(\s*)##(?!#)/, '$1#')];
    })
    .join('\n');
}
