/** Markdown of one chapter to sections and blocks, with everything that is wrong with it. */
import type { Links, Token, Tokens } from 'marked';
import { countNewlines, type BlockDraft, type ChapterDraft, type Dialect, type SectionDraft } from './draft.ts';
import { isDiagram } from './fence.ts';
import { element } from './hast.ts';
import { lexBlocks, lexInline } from './lexer.ts';
import { plainText } from './plain-text.ts';
import { renderBlock } from './render-block.ts';
import type { Problem, ProblemCode, Severity } from './report.ts';
import { createUniqueIds, isId, slugify, type UniqueIds } from './slug.ts';

export interface ChapterSource {
  readonly file: string;
  readonly lang: string;
  readonly markdown: string;
  readonly dialect: Dialect;
  /** Title in the contents: used where the chapter has no heading of depth 1. */
  readonly title: string;
  /** Our own format: the id that the first heading has to have. */
  readonly chapterId: string;
}

/** Parses a chapter. Never fails: what cannot be used is in `problems`. Line ends and a byte order mark do not matter. */
export function parseChapter(source: ChapterSource): ChapterDraft {
  const markdown = source.markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { tokens, links } = lexBlocks(markdown);
  const parser = new ChapterParser(source, links);
  let line = 1;
  for (const token of tokens) {
    parser.read(token, line);
    line += countNewlines(token.raw);
  }
  return parser.finish();
}

interface OpenSection extends Omit<SectionDraft, 'blocks'> {
  readonly blocks: BlockDraft[];
}

class ChapterParser {
  private readonly source: ChapterSource;
  private readonly links: Links;
  private readonly ids: UniqueIds = createUniqueIds();
  private readonly usedIds = new Set<string>();
  private readonly problems: Problem[] = [];
  private readonly sections: OpenSection[] = [];
  /** Blocks before the first heading; they go into the title's section. */
  private readonly lead: BlockDraft[] = [];

  constructor(source: ChapterSource, links: Links) {
    this.source = source;
    this.links = links;
  }

  read(token: Token, line: number): void {
    if (token.type === 'space' || token.type === 'def') return;
    if (this.source.dialect === 'recto') this.refuseHtml(token, line);
    if (token.type === 'heading') {
      this.startSection(token as Tokens.Heading, line);
      return;
    }
    const rendered = renderBlock(token, this.links, line);
    if (rendered === undefined) return;
    for (const tag of rendered.removed) {
      this.report('warning', 'html-removed', line, `<${tag}> is taken for HTML and not shown; write &lt;${tag}&gt; to show it.`);
    }
    for (const mark of rendered.unknownCallouts) {
      this.report(this.strict, 'callout-unknown', line, `There is no call-out of the kind [!${mark}].`);
    }
    const { kind, tree, fences } = rendered;
    const block: BlockDraft = { kind, tree, fences, line, source: token.raw };
    if (this.source.dialect === 'recto') this.checkFences(block);
    (this.sections.at(-1)?.blocks ?? this.lead).push(block);
  }

  finish(): ChapterDraft {
    const [first] = this.sections;
    if (first?.depth !== 1) {
      this.report(this.strict, 'title-missing', 1, 'The chapter does not start with its title (# Title).');
      this.sections.unshift(this.createTitleSection());
    }
    const [title] = this.sections;
    title?.blocks.splice(1, 0, ...this.lead);
    return {
      file: this.source.file,
      lang: this.source.lang,
      title: title?.title ?? this.source.title,
      sections: this.sections,
      problems: this.problems,
    };
  }

  private get strict(): Severity {
    return this.source.dialect === 'recto' ? 'error' : 'warning';
  }

  private startSection(token: Tokens.Heading, line: number): void {
    const { text, id: writtenId } = splitHeadingId(token.text);
    const rendered = renderBlock({ ...token, tokens: lexInline(text, this.links) }, this.links, line);
    const title = rendered === undefined ? '' : plainText(rendered.tree);
    const depth = this.depthOf(token.depth, title, line);
    const id = this.sectionId(writtenId, title, line);
    const children = rendered?.tree.children ?? [];
    const tree = element(`h${String(depth)}`, {}, children);
    const heading: BlockDraft = { kind: 'heading', line, source: token.raw, tree, fences: [] };
    this.sections.push({ id, depth, title, line, blocks: [heading] });
  }

  private depthOf(written: number, title: string, line: number): number {
    const before = this.sections.at(-1);
    if (before === undefined) {
      if (this.lead.length > 0 && written === 1 && this.source.dialect === 'recto') {
        this.report('error', 'title-missing', 1, 'The first line has to be the title (# Title {#id}).');
      }
      return written;
    }
    const depth = Math.max(written, 2);
    if (written === 1) {
      this.report(this.strict, 'title-repeated', line, `“${title}” is a second title (#); a chapter has one, use ##.`);
    } else if (depth > before.depth + 1) {
      const levels = `${'#'.repeat(before.depth)} to ${'#'.repeat(depth)}`;
      this.report(this.strict, 'heading-level-skipped', line, `“${title}” skips a level, from ${levels}.`);
    }
    return depth;
  }

  private sectionId(written: string | undefined, title: string, line: number): string {
    if (this.source.dialect === 'gitbook') {
      const wanted = written !== undefined && isId(written) ? written : slugify(title);
      return this.ids.take(wanted);
    }
    const isTitle = this.sections.length === 0;
    if (written === undefined) {
      this.report('error', 'heading-id-missing', line, `“${title}” has no id; add {#id}.`);
    } else if (!/^[a-z0-9][a-z0-9-]*$/.test(written)) {
      this.report('error', 'heading-id-invalid', line, `The id “${written}” is not made of a-z, 0-9 and hyphens.`);
    } else if (this.usedIds.has(written)) {
      this.report('error', 'heading-id-repeated', line, `The id “${written}” is used twice in this chapter.`);
    } else if (isTitle && written !== this.source.chapterId) {
      const expected = this.source.chapterId;
      this.report('error', 'heading-id-invalid', line, `The title's id is “${written}”, not the chapter's id “${expected}”.`);
    }
    const id = written !== undefined && isId(written) ? written : slugify(title);
    this.usedIds.add(id);
    return this.ids.take(id);
  }

  private createTitleSection(): OpenSection {
    const { title } = this.source;
    const tree = element('h1', {}, [{ type: 'text', value: title }]);
    const heading: BlockDraft = { kind: 'heading', line: 1, source: '', tree, fences: [] };
    return { id: this.ids.take(slugify(title)), depth: 1, title, line: 1, blocks: [heading] };
  }

  private checkFences(block: BlockDraft): void {
    for (const fence of block.fences) {
      if (fence.language === '') {
        this.report('error', 'code-without-language', fence.line, 'The code names no language; write `text` for plain text.');
      }
      if (!isDiagram(fence)) continue;
      if (fence.title === undefined) this.report('error', 'figure-without-title', fence.line, 'The figure has no title="…".');
      if (fence.alt === undefined) {
        this.report('error', 'figure-without-description', fence.line, 'The figure has no alt="…".');
      }
    }
  }

  private refuseHtml(token: Token, line: number): void {
    for (const html of htmlTokensIn(token)) {
      if (/^\s*<!--/.test(html.raw)) continue;
      const at = Math.max(token.raw.indexOf(html.raw), 0);
      const shown = html.raw.trim().split('\n', 1)[0] ?? '';
      this.report('error', 'raw-html', line + countNewlines(token.raw.slice(0, at)), `Raw HTML is not used here: ${shown}`);
    }
  }

  private report(severity: Severity, code: ProblemCode, line: number, message: string): void {
    this.problems.push({ severity, code, file: this.source.file, line, message });
  }
}

/** `Background {#background}` -> `Background` and its id. */
function splitHeadingId(text: string): { text: string; id: string | undefined } {
  const match = /^(.*?)\s*\{#([^{}\s]*)\}\s*$/s.exec(text);
  return { text: match?.[1] ?? text, id: match?.[2] };
}

function* htmlTokensIn(token: Token): Generator<Token> {
  if (token.type === 'html') yield token;
  const generic = token as Tokens.Generic;
  const nested: unknown[] = [generic.tokens, generic['items'], generic['header'], ...((generic['rows'] as unknown[] | undefined) ?? [])];
  for (const list of nested) {
    if (Array.isArray(list)) for (const child of list as Token[]) yield* htmlTokensIn(child);
  }
}
