/** Markdown of one chapter to sections and blocks, with everything that is wrong with it. */
import type { Element } from 'hast';
import type { Links, Token, Tokens } from 'marked';
import {
  countNewlines,
  type BlockDraft,
  type ChapterDraft,
  type Dialect,
  type FootnotePlaces,
  type SectionDraft,
} from './draft.ts';
import { footnoteLinks, mentionedFootnotes, takeFootnotes, withoutFootnotes, type Footnote } from './footnotes.ts';
import { element, textNode } from './hast.ts';
import { groupHtml } from './html-groups.ts';
import { lexBlocks, lexInline } from './lexer.ts';
import { plainText } from './plain-text.ts';
import { checkFence, findRawHtml, type RuleBreach } from './recto-rules.ts';
import { renderBlock } from './render-block.ts';
import type { Problem, ProblemCode, Severity } from './report.ts';
import { say, type Sentence } from './sentences/say.ts';
import { createUniqueIds, isId, slugify } from './slug.ts';

export interface ChapterSource {
  readonly file: string;
  readonly lang: string;
  readonly markdown: string;
  readonly dialect: Dialect;
  /** Title in the contents: used where the chapter has none. */
  readonly title: string;
  /** Our own format: the id that the title has to have. */
  readonly chapterId: string;
}

/** Parses a chapter. What cannot be used is in `problems`. Line ends and a byte order mark do not matter. */
export function parseChapter(source: ChapterSource): ChapterDraft {
  const { markdown, footnotes } = takeFootnotes(source.markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const { tokens, links } = lexBlocks(markdown, footnoteLinks(footnotes));
  const parser = new ChapterParser(source, links, footnotes);
  let line = 1;
  for (const group of groupHtml(tokens)) {
    parser.read(group, line);
    for (const token of group) line += countNewlines(token.raw);
  }
  return parser.finish();
}

interface OpenSection extends Omit<SectionDraft, 'blocks'> {
  readonly blocks: BlockDraft[];
}

interface HeadingText {
  readonly depth: number;
  readonly title: string;
  readonly content: Element['children'];
  readonly writtenId: string | undefined;
  readonly source: string;
}

class ChapterParser {
  private readonly source: ChapterSource;
  private readonly links: Links;
  private readonly footnotes: readonly Footnote[];
  private readonly ids = createUniqueIds();
  private readonly writtenIds = new Set<string>();
  private readonly anchors = new Map<string, string>();
  private readonly problems: Problem[] = [];
  private readonly sections: OpenSection[] = [];
  /** Blocks before the first heading; they go into the title's section. */
  private readonly lead: BlockDraft[] = [];
  /** Anchors in `lead`. */
  private readonly leadAnchors: string[] = [];

  constructor(source: ChapterSource, links: Links, footnotes: readonly Footnote[]) {
    this.source = source;
    this.links = links;
    this.footnotes = footnotes;
  }

  /** Reads the tokens of one block that starts on `line`. */
  read(group: readonly Token[], line: number): void {
    const [token] = group;
    if (token === undefined || token.type === 'space' || token.type === 'def') return;
    if (this.source.dialect === 'recto') this.reportBreaches(findRawHtml(token, line));
    if (token.type === 'heading') {
      this.startSection(this.readHeading(token as Tokens.Heading, line), line);
      return;
    }
    const rendered = renderBlock(group, this.links, line);
    this.keepAnchors(rendered.anchors);
    for (const tag of rendered.removed) {
      this.report('warning', 'html-removed', line, say('html-removed', { tag }));
    }
    for (const mark of rendered.unknownCallouts) {
      this.report(this.strict, 'callout-unknown', line, say('callout-unknown', { mark }));
    }
    const { tree, kind, fences } = rendered;
    if (tree === undefined) return;
    const source = group.map(({ raw }) => raw).join('');
    const level = /^h([1-6])$/.exec(tree.tagName)?.[1];
    if (level !== undefined) {
      const title = plainText(tree);
      this.startSection({ depth: Number(level), title, content: tree.children, writtenId: undefined, source }, line);
      return;
    }
    if (this.source.dialect === 'recto') this.reportBreaches(fences.flatMap(checkFence));
    (this.sections.at(-1)?.blocks ?? this.lead).push({ kind, tree, fences, line, source });
  }

  finish(): ChapterDraft {
    if (this.sections[0]?.depth !== 1) {
      this.report(this.strict, 'title-missing', 1, say('title-missing'));
      this.sections.unshift(this.createTitleSection());
    }
    const [title] = this.sections;
    title?.blocks.splice(1, 0, ...this.lead);
    for (const section of this.sections) this.anchors.set(section.id, section.id);
    for (const anchor of this.leadAnchors) this.addAnchor(anchor, title?.id ?? '');
    const footnotes = this.addFootnotes();
    const { file, lang } = this.source;
    const { sections, anchors, problems } = this;
    return { file, lang, title: title?.title ?? this.source.title, sections, anchors, footnotes, problems };
  }

  /** Puts the notes that are mentioned at the end, as a list in the order of their numbers. */
  private addFootnotes(): FootnotePlaces | undefined {
    const last = this.sections.at(-1);
    if (this.footnotes.length === 0 || last === undefined) return undefined;
    const rendered = new Map(this.footnotes.map((note) => [note.name, this.renderFootnote(note)]));
    const trees = this.sections.flatMap(({ blocks }) => blocks.map(({ tree }) => tree));
    // A note may mention another.
    const names = mentionedFootnotes(trees);
    for (const name of names) {
      names.push(
        ...mentionedFootnotes([rendered.get(name)].flatMap((tree) => tree ?? [])).filter(
          (other) => !names.includes(other),
        ),
      );
    }
    for (const { name, line } of this.footnotes) {
      if (!names.includes(name)) this.report('warning', 'footnote-unused', line, say('footnote-unused', { name }));
    }
    if (names.length === 0) return undefined;
    const items = names.map((name) => element('li', {}, rendered.get(name)?.children ?? []));
    const line = this.footnotes[0]?.line ?? 1;
    const source = this.footnotes.map(({ text }) => text).join('\n');
    last.blocks.push({
      kind: 'list',
      tree: element('ol', { className: ['footnotes'] }, items),
      fences: [],
      line,
      source,
    });
    const blockId = `${last.id}.${String(last.blocks.length - 1)}`;
    return { blockId, numbers: new Map(names.map((name, index) => [name, index + 1])) };
  }

  private renderFootnote({ text, line }: Footnote): Element | undefined {
    const paragraph = { type: 'paragraph', raw: text, text, tokens: lexInline(text, this.links) };
    return renderBlock([paragraph], this.links, line).tree;
  }

  private get strict(): Severity {
    return this.source.dialect === 'recto' ? 'error' : 'warning';
  }

  private readHeading(token: Tokens.Heading, line: number): HeadingText {
    const { text, id: writtenId } = splitHeadingId(token.text);
    const rendered = renderBlock([{ ...token, tokens: lexInline(text, this.links) }], this.links, line);
    const tree = rendered.tree && withoutFootnotes(rendered.tree);
    const title = tree === undefined ? '' : plainText(tree);
    return { depth: token.depth, title, content: tree?.children ?? [], writtenId, source: token.raw };
  }

  private startSection(heading: HeadingText, line: number): void {
    const { title, content, source } = heading;
    const depth = this.depthOf(heading, line);
    const id = this.sectionId(heading, line);
    const tree = element(`h${String(depth)}`, {}, content);
    this.sections.push({ id, depth, title, line, blocks: [{ kind: 'heading', line, source, tree, fences: [] }] });
  }

  private depthOf({ depth: written, title }: HeadingText, line: number): number {
    const before = this.sections.at(-1);
    if (before === undefined) {
      if (this.lead.length > 0 && written === 1) {
        this.report(this.strict, 'title-missing', 1, say('title-not-first'));
      }
      return written;
    }
    if (written === 1) {
      this.report(this.strict, 'title-repeated', line, say('title-second', { title }));
    } else if (written > before.depth + 1) {
      const [from, to] = ['#'.repeat(before.depth), '#'.repeat(written)];
      this.report(this.strict, 'heading-level-skipped', line, say('level-skipped', { title, from, to }));
    }
    return Math.max(written, 2);
  }

  private sectionId({ title, writtenId }: HeadingText, line: number): string {
    if (this.source.dialect === 'recto') this.checkId(title, writtenId, line);
    return this.ids.take(writtenId !== undefined && isId(writtenId) ? writtenId : slugify(title));
  }

  private checkId(title: string, written: string | undefined, line: number): void {
    const isTitle = this.sections.length === 0;
    const { chapterId } = this.source;
    if (written === undefined) {
      this.report('error', 'heading-id-missing', line, say('id-missing', { title }));
    } else if (!/^[a-z0-9][a-z0-9-]*$/.test(written)) {
      this.report('error', 'heading-id-invalid', line, say('id-characters', { id: written }));
    } else if (this.writtenIds.has(written)) {
      this.report('error', 'heading-id-repeated', line, say('id-repeated', { id: written }));
    } else if (isTitle && written !== chapterId) {
      this.report('error', 'heading-id-invalid', line, say('id-of-title', { id: written, chapterId }));
    }
    if (written !== undefined) this.writtenIds.add(written);
  }

  private createTitleSection(): OpenSection {
    const { title } = this.source;
    const tree = element('h1', {}, [textNode(title)]);
    const heading: BlockDraft = { kind: 'heading', line: 1, source: '', tree, fences: [] };
    return { id: this.ids.take(slugify(title)), depth: 1, title, line: 1, blocks: [heading] };
  }

  /** Names of HTML anchors lead to the section they stand in. */
  private keepAnchors(anchors: readonly string[]): void {
    const section = this.sections.at(-1);
    for (const anchor of anchors) {
      if (section === undefined) this.leadAnchors.push(anchor);
      else this.addAnchor(anchor, section.id);
    }
  }

  private addAnchor(anchor: string, sectionId: string): void {
    if (!this.anchors.has(anchor)) this.anchors.set(anchor, sectionId);
  }

  private reportBreaches(breaches: readonly RuleBreach[]): void {
    for (const { code, line, message } of breaches) this.report('error', code, line, message);
  }

  private report(severity: Severity, code: ProblemCode, line: number, message: Sentence): void {
    this.problems.push({ severity, code, file: this.source.file, line, message });
  }
}

/** `Background {#background}` -> `Background` and its id. */
function splitHeadingId(text: string): { text: string; id: string | undefined } {
  const match = /^(.*?)\s*\{#([^{}\s]*)(?:\s[^{}]*)?\}\s*$/s.exec(text);
  return { text: match?.[1] ?? text, id: match?.[2] };
}
