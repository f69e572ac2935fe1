/** One Markdown token to a sanitised tree, its code set aside. */
import type { Element, ElementContent, Root } from 'hast';
import { Marked, type Links, type Token, type Tokens } from 'marked';
import { readCalloutMark, type CalloutKind } from './callout.ts';
import { countNewlines } from './draft.ts';
import { isDiagram, readFence, type Fence } from './fence.ts';
import { element, elementsIn, isElement, parseFragment, stringProperty } from './hast.ts';
import { lexBlocks } from './lexer.ts';
import type { BlockKind } from './model.ts';
import { fencePlaceholder, removedTags, sanitizeTree } from './sanitize.ts';

export interface RenderedBlock {
  readonly kind: BlockKind;
  /** Undefined for a block without anything to show. */
  readonly tree: Element | undefined;
  readonly fences: readonly Fence[];
  /** Tags whose content was taken out, sorted. */
  readonly removed: readonly string[];
  /** Marks of call-outs of no known kind. */
  readonly unknownCallouts: readonly string[];
  /** Ids and names of raw HTML elements: targets of links, not kept in the tree. */
  readonly anchors: readonly string[];
}

/** Renders the tokens of one block (several where raw HTML was cut in pieces) that starts on `line`. */
export function renderBlock(tokens: readonly Token[], links: Links, line: number): RenderedBlock {
  const fences: Fence[] = [];
  const unknownCallouts: string[] = [];
  const source = tokens.map(({ raw }) => raw).join('');
  const html = createRenderer(source, line, links, fences, unknownCallouts).parser([...tokens]);
  const parsed = parseFragment(html);
  const tree = toOneElement(sanitizeTree(parsed).children.filter(isContent));
  const kind = tree === undefined ? 'paragraph' : kindOf(tree, fences);
  return { kind, tree, fences, removed: removedTags(parsed), unknownCallouts, anchors: anchorsIn(parsed) };
}

/** A private renderer: nothing is registered on the shared `marked`. */
function createRenderer(
  source: string,
  line: number,
  links: Links,
  fences: Fence[],
  unknownCallouts: string[],
): Marked {
  let searchFrom = 0;
  return new Marked<string, string>({
    renderer: {
      code({ text, lang, raw }) {
        // Inside lists and quotes the raw text is unindented, so its first line is what can be looked for.
        const at = source.indexOf(raw.split('\n', 1)[0] ?? '', searchFrom);
        if (at >= 0) searchFrom = at + 1;
        fences.push(readFence(lang ?? '', text, line + countNewlines(source.slice(0, Math.max(at, 0)))));
        return `<${fencePlaceholder} data-n="${String(fences.length - 1)}"></${fencePlaceholder}>\n`;
      },
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
      blockquote(token) {
        const callout = readCallout(token, links, unknownCallouts);
        if (callout === undefined) return `<blockquote>\n${this.parser.parse(token.tokens)}</blockquote>\n`;
        return `<aside data-kind="${callout.kind}">\n${this.parser.parse(callout.tokens)}</aside>\n`;
      },
    },
  });
}

function readCallout(
  token: Tokens.Blockquote,
  links: Links,
  unknown: string[],
): { kind: CalloutKind; tokens: Token[] } | undefined {
  const mark = readCalloutMark(token.text);
  if (mark === undefined) return undefined;
  if (mark.kind === undefined) {
    unknown.push(mark.mark);
    return undefined;
  }
  return { kind: mark.kind, tokens: lexBlocks(mark.rest, links).tokens };
}

/** Blocks have one root; `div` and `center` around a single thing are dropped, several things get a `div`. */
function toOneElement(content: readonly ElementContent[]): Element | undefined {
  const [only, ...others] = content;
  if (only === undefined || !content.some(hasSomethingToShow)) return undefined;
  if (others.length > 0) {
    const inline = content.every((node) => !isElement(node) || inlineTags.has(node.tagName));
    return element(inline ? 'p' : 'div', {}, content);
  }
  if (!isElement(only)) return element('p', {}, [only]);
  if (only.tagName === 'div') return toOneElement(only.children.filter(isContent)) ?? only;
  return inlineTags.has(only.tagName) ? element('p', {}, [only]) : only;
}

const inlineTags = new Set(
  'a abbr b br cite code del dfn em i img ins kbd mark q ruby s samp small span strong sub sup u var'.split(' '),
);

function isContent(node: { type: string }): node is ElementContent {
  return node.type === 'element' || (node.type === 'text' && (node as { value?: string }).value?.trim() !== '');
}

function hasSomethingToShow(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (!isElement(node)) return false;
  return ['img', 'hr', fencePlaceholder].includes(node.tagName) || node.children.some(hasSomethingToShow);
}

function anchorsIn(tree: Root): string[] {
  return [...elementsIn(tree)].flatMap((found) =>
    [stringProperty(found, 'id'), stringProperty(found, 'name')].filter((name) => name !== undefined),
  );
}

function kindOf(tree: Element, fences: readonly Fence[]): BlockKind {
  switch (tree.tagName) {
    case fencePlaceholder:
      return fences[0] !== undefined && isDiagram(fences[0]) ? 'figure' : 'code';
    case 'ul':
    case 'ol':
    case 'dl':
      return 'list';
    case 'table':
      return 'table';
    case 'blockquote':
      return 'quote';
    case 'aside':
      return tree.properties.dataKind === undefined ? 'quote' : 'callout';
    case 'hr':
      return 'rule';
    case 'pre':
      return 'code';
    case 'figure':
      return 'figure';
    default:
      return isPictureOnly(tree) ? 'figure' : 'paragraph';
  }
}

/** A paragraph that holds pictures and nothing else. */
export function isPictureOnly(tree: Element): boolean {
  const content = tree.children.filter(isContent).filter((node) => !isElement(node, 'br'));
  return tree.tagName === 'p' && content.length > 0 && content.every((node) => isElement(node, 'img'));
}
