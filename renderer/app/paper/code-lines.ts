/**
 * Code on paper cannot be scrolled: long lines go on below, and each that does is marked (blocks.css). For that every line
 * is an element of its own; the text stays the same, its line feeds too.
 */
export function splitLines(pre: Element): void {
  const lines: HTMLElement[] = [];
  let line = newLine(lines);
  /** Elements around the text that is being copied, outermost first: as they are, and as they stand in the line. */
  const open: { readonly original: Element; copy: Element }[] = [];

  function place(node: Node): void {
    (open.at(-1)?.copy ?? line).append(node);
  }

  function nextLine(): void {
    line = newLine(lines);
    let parent: Element = line;
    for (const level of open) {
      level.copy = level.original.cloneNode(false) as Element;
      parent.append(level.copy);
      parent = level.copy;
    }
  }

  function visit(node: Node): void {
    if (node instanceof Text) {
      node.data.split(/(?<=\n)/).forEach((part, at) => {
        if (at > 0) nextLine();
        place(new Text(part));
      });
      if (node.data.endsWith('\n')) nextLine();
    } else if (node instanceof Element) {
      const copy = node.cloneNode(false) as Element;
      place(copy);
      open.push({ original: node, copy });
      node.childNodes.forEach(visit);
      open.pop();
    }
  }

  const root = pre.firstElementChild?.localName === 'code' && pre.childNodes.length === 1 ? pre.firstElementChild : pre;
  root.childNodes.forEach(visit);
  // Behind the last line feed stands nothing.
  if (lines.length > 1 && lines.at(-1)?.textContent === '') lines.pop();
  root.replaceChildren(...lines);
}

function newLine(lines: HTMLElement[]): HTMLElement {
  const line = document.createElement('span');
  line.className = 'paper-line';
  lines.push(line);
  return line;
}
