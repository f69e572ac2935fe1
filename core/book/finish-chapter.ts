/** A chapter draft to the chapter of a bundle: links resolved, pictures, code and figures put in, plain text beside. */
import type { Element, ElementContent, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { calloutLabel, calloutKinds, type CalloutKind } from './callout.ts';
import { lineOf, type BlockDraft, type ChapterDraft, type Dialect } from './draft.ts';
import type { Fence } from './fence.ts';
import { fold } from './fold.ts';
import { footnoteName } from './footnotes.ts';
import { markChinese } from './foreign-words.ts';
import { breakBetweenWords } from './heading-breaks.ts';
import { element, isElement, mapElements, parseFragment, stringProperty, textNode } from './hast.ts';
import type { ResolvedLink } from './links.ts';
import type { Block, Chapter } from './model.ts';
import { plainText } from './plain-text.ts';
import { isPictureOnly } from './render-block.ts';
import type { Problem } from './report.ts';
import { say } from './sentences/say.ts';
import { fencePlaceholder } from './sanitize.ts';

/** A picture of the bundle; sizes in CSS pixels, absent where the file does not tell. */
export interface BundledImage {
  readonly name: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** What a chapter refers to, already found. Lookups give undefined for what is not there; the reporting is done. */
export interface ChapterParts {
  readonly chapterId: string;
  readonly dialect: Dialect;
  readonly image: (source: string) => BundledImage | undefined;
  /** Highlighted code or a drawn figure, one root element. */
  readonly fence: (fence: Fence) => Element;
  readonly link: (href: string) => ResolvedLink;
}

export interface FinishedChapter {
  readonly chapter: Chapter;
  readonly problems: readonly Problem[];
}

export function finishChapter(draft: ChapterDraft, parts: ChapterParts): FinishedChapter {
  const finisher = new Finisher(draft, parts);
  const sections = draft.sections.map(({ id, depth, title, blocks }) => ({
    id,
    depth,
    title,
    blocks: blocks.map((block, at) => finisher.finish(block, `${id}.${String(at)}`, title)),
  }));
  const chapter: Chapter = { id: parts.chapterId, lang: draft.lang, title: draft.title, sections };
  return { chapter, problems: finisher.problems };
}

class Finisher {
  readonly problems: Problem[] = [];
  private readonly draft: ChapterDraft;
  private readonly parts: ChapterParts;
  private tableCount = 0;

  constructor(draft: ChapterDraft, parts: ChapterParts) {
    this.draft = draft;
    this.parts = parts;
  }

  finish(block: BlockDraft, id: string, sectionTitle: string): Block {
    const asFigure = isPictureOnly(block.tree);
    const [root] = mapElements(block.tree, (node) => this.replace(node, block, sectionTitle));
    const content = root !== undefined && isElement(root) ? root : element('p', {}, root === undefined ? [] : [root]);
    const { html, tree } = toStableHtml(this.set(asFigure ? pictureFigure(content) : content, block.kind));
    const text = plainText(tree);
    const folded = fold(text);
    return { id, kind: block.kind, html, text, ...(folded === text ? {} : { folded }) };
  }

  /** What the language asks for. */
  private set(content: Element, kind: Block['kind']): Element {
    const { lang } = this.draft;
    return kind === 'heading' && lang.startsWith('zh') ? breakBetweenWords(content) : markChinese(content, lang);
  }

  private replace(node: Element, block: BlockDraft, sectionTitle: string): ElementContent | ElementContent[] {
    const joined = { ...node, children: joinCjkLines(node.children) };
    switch (node.tagName) {
      case fencePlaceholder: {
        const fence = block.fences[Number(stringProperty(node, 'dataN'))];
        return fence === undefined ? [] : this.parts.fence(fence);
      }
      case 'a':
        return this.finishLink(joined, block);
      case 'img':
        return this.finishImage(node, block, sectionTitle);
      case 'pre':
        return codeFigure('', false, [textNode(plainText(node))]);
      case 'table':
        return this.finishTable(joined);
      case 'aside':
        return this.finishCallout(joined);
      case 'td':
        return alignByData(joined);
      case 'th':
        // The corner of a table is no heading of anything.
        return alignByData(joined.children.length === 0 ? { ...joined, tagName: 'td' } : joined);
      default:
        return joined;
    }
  }

  private finishLink(node: Element, block: BlockDraft): ElementContent | ElementContent[] {
    const note = footnoteName(node);
    if (note !== undefined) return this.footnoteMark(note);
    const href = stringProperty(node, 'href');
    if (href === undefined) {
      // Without an address: an anchor of other tools, or one that the sanitiser took away.
      return node.children;
    }
    const { href: target, external, problem } = this.parts.link(href);
    if (problem !== undefined) {
      this.problems.push({ ...problem, file: this.draft.file, line: lineOf(block, href) });
    }
    if (target === undefined) return node.children;
    const properties = external
      ? { href: target, rel: ['noopener', 'noreferrer'], dataExternal: '' }
      : { href: target };
    return element('a', properties, external ? node.children.flatMap(breakAddress) : node.children);
  }

  /** The number is no part of the text, as the labels of call-outs are none. */
  private footnoteMark(name: string): ElementContent[] {
    const places = this.draft.footnotes;
    const number = places?.numbers.get(name);
    if (places === undefined || number === undefined) return [];
    const label = this.draft.lang.startsWith('zh') ? `注${String(number)}` : `Note ${String(number)}`;
    const href = `#/${this.parts.chapterId}/${places.blockId}`;
    return [element('a', { className: ['footnote'], href, dataNote: String(number), ariaLabel: label })];
  }

  private finishImage(node: Element, block: BlockDraft, sectionTitle: string): ElementContent {
    const source = stringProperty(node, 'src') ?? '';
    const written = (stringProperty(node, 'alt') ?? '').trim();
    const described = written !== '' && !isFileName(written);
    const chinese = this.draft.lang.startsWith('zh');
    const alt = described ? written : chinese ? `图：${sectionTitle}` : `Figure: ${sectionTitle}`;
    const image = this.parts.image(source);
    if (image === undefined) {
      return element('span', { className: ['missing-picture'] }, [textNode(chinese ? `［${alt}］` : `[${alt}]`)]);
    }
    if (!described) {
      const severity = this.parts.dialect === 'recto' ? 'error' : 'warning';
      const message =
        written === '' ? say('picture-description', { source }) : say('picture-file-name', { source, written });
      const code = 'image-without-description';
      this.problems.push({ severity, code, file: this.draft.file, line: lineOf(block, source), message });
    }
    const size =
      image.width === undefined || image.height === undefined ? {} : { width: image.width, height: image.height };
    const title = stringProperty(node, 'title');
    return element('img', { src: `assets/${image.name}`, alt, ...size, ...(title === undefined ? {} : { title }) });
  }

  private finishTable(node: Element): Element {
    this.tableCount++;
    const name = this.draft.lang.startsWith('zh') ? '表格' : 'Table';
    const label = `${name} ${String(this.tableCount)}`;
    return element('div', { className: ['table-scroll'], tabIndex: 0, role: 'region', ariaLabel: label }, [node]);
  }

  private finishCallout(node: Element): Element {
    const kind = calloutKinds.find((known): known is CalloutKind => known === node.properties.dataKind);
    if (kind === undefined) return element('blockquote', {}, node.children);
    const ariaLabel = calloutLabel(kind, this.draft.lang);
    return element('aside', { className: ['callout'], dataKind: kind, role: 'note', ariaLabel }, node.children);
  }
}

/** The markup of a piece of code; `content` are text nodes and `span`s with `tok-` classes. */
export function codeFigure(language: string, output: boolean, content: readonly ElementContent[]): Element {
  const properties = {
    className: ['code'],
    dataLang: language === '' ? 'text' : language,
    ...(output ? { dataOutput: '' } : {}),
  };
  return element('figure', properties, [element('pre', {}, [element('code', {}, content)])]);
}

/** The markup of a drawing or of pictures, with its caption where there is one. */
export function drawingFigure(drawing: readonly ElementContent[], caption: string | undefined): Element {
  const captions = caption === undefined ? [] : [element('figcaption', {}, [textNode(caption)])];
  return element('figure', { className: ['figure'] }, [
    element('div', { className: ['drawing'] }, drawing),
    ...captions,
  ]);
}

/** A paragraph of nothing but pictures becomes a figure; a picture's `title` is its caption. */
function pictureFigure(paragraph: Element): Element {
  const pictures = paragraph.children.filter((child) => isElement(child));
  const titles = pictures.flatMap((picture) => stringProperty(picture, 'title') ?? []);
  for (const picture of pictures) delete picture.properties.title;
  return drawingFigure(pictures, titles.length === 0 ? undefined : titles.join(' · '));
}

/** An address is broken between its parts, where it has to be: a browser would break it anywhere, and call that a word. */
function breakAddress(child: ElementContent): ElementContent[] {
  if (child.type !== 'text' || !/^[a-z]+:\/\/\S+$/.test(child.value)) return [child];
  return child.value
    .split(/(?<=[^/:]\/)|(?=[?#&=_~])/)
    .flatMap((part, at) => [...(at === 0 ? [] : [element('wbr', {}, [])]), textNode(part)]);
}

/** `align` is an attribute of old; the page's style sheet reads `data-align`. */
function alignByData(cell: Element): Element {
  const { align, ...properties } = cell.properties;
  return align === undefined ? cell : { ...cell, properties: { ...properties, dataAlign: align } };
}

/** A line end between two Chinese or Japanese characters is no space: the text goes on. */
function joinCjkLines(children: readonly ElementContent[]): ElementContent[] {
  return children.map((child) =>
    child.type === 'text' ? { ...child, value: child.value.replace(cjkLineEnd, '') } : child,
  );
}

const cjk = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff65]`;
const cjkLineEnd = new RegExp(`(?<=${cjk})[ \\t]*\\n[ \\t]*(?=${cjk})`, 'gu');

function isFileName(text: string): boolean {
  return /^[^\s/]+\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?)$/i.test(text);
}

/**
 * Writes a tree as HTML that reads back as the tree it was written from: removing elements can leave trees (a `p` in a
 * `p`) that no parser gives, and then text and offsets would differ between compiler and page.
 */
function toStableHtml(root: Element): { html: string; tree: Nodes } {
  let html = write(root);
  for (let round = 0; round < 3; round++) {
    const tree = parseFragment(html);
    const again = write(tree.children.length === 1 ? tree : element('div', {}, tree.children as ElementContent[]));
    if (again === html) return { html, tree };
    html = again;
  }
  // Hostile markup may change with every turn; its text stands for it.
  const tree = element('p', {}, [textNode(plainText(root))]);
  return { html: write(tree), tree };
}

function write(tree: Nodes): string {
  return toHtml(tree, { characterReferences: { useNamedReferences: true } });
}
