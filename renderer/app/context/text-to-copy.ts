/**
 * A block as text for other programs. Rows of a table are lines with tabs between their cells, which spreadsheets take as a table;
 * items of a list are lines with their signs, indented like the list.
 */

/** Undefined for other blocks: the text they have is what is to be copied. */
export function structuredText(block: HTMLElement): string | undefined {
  const table = block.querySelector('table');
  if (table) {
    const rows = Array.from(table.querySelectorAll('tr'), (row) => Array.from(row.children, plain).join('\t'));
    return rows.join('\n');
  }
  const list = block.dataset.kind === 'list' ? block.querySelector('ul, ol') : null;
  return list ? linesOf(list, '').join('\n') : undefined;
}

function linesOf(list: Element, indent: string): string[] {
  const first = Number(list.getAttribute('start') ?? 1);
  return Array.from(list.children).flatMap((item, index) => {
    const sign = list.matches('ol') ? `${first + index}. ` : '- ';
    const below = indent + ' '.repeat(sign.length);
    let lead: string | undefined;
    const lines: string[] = [];
    for (const part of partsOf(item)) {
      if (typeof part !== 'string') lines.push(...linesOf(part, below));
      else if (lead === undefined && lines.length === 0) lead = part;
      else lines.push(...part.split('\n').map((line) => below + line));
    }
    return [`${indent}${sign}${lead ?? ''}`, ...lines];
  });
}

/** What stands in an item, below each other: text, code with its lines, and lists. */
function partsOf(item: Element): (string | Element)[] {
  const parts: (string | Element)[] = [];
  let inLine: Node[] = [];
  const endLine = (): void => {
    const text = oneLine(inLine.map(({ textContent }) => textContent ?? '').join(''));
    if (text !== '') parts.push(text);
    inLine = [];
  };
  for (const node of item.childNodes) {
    if (!(node instanceof Element) || !node.matches('ul, ol, p, figure, pre, blockquote, div')) {
      inLine.push(node);
      continue;
    }
    endLine();
    const code = node.querySelector('pre code, code pre') ?? (node.matches('pre') ? node : null);
    if (node.matches('ul, ol')) parts.push(node);
    else if (code) parts.push(code.textContent.trimEnd());
    else if (node.matches('div, blockquote')) parts.push(...partsOf(node));
    else if (plain(node) !== '') parts.push(plain(node));
  }
  endLine();
  return parts;
}

const plain = (element: Element): string => oneLine(element.textContent);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
