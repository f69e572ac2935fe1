/** Values that the reader fills in once per book: `<HOST_IP>` in code (`span.tok-placeholder`). */

export type PlaceholderValues = Readonly<Record<string, string>>;

/** The name that a placeholder's element shows: `HOST_IP` for `<HOST_IP>`. */
export function placeholderName(element: Element): string {
  return element.textContent.replace(/^<|>$/g, '');
}

/** The text of code with what the reader has filled in. `code` holds text and flat spans, as the compiler writes it. */
export function filledText(code: Element, values: PlaceholderValues): string {
  return Array.from(code.childNodes, (node) => {
    const text = node.textContent ?? '';
    const isPlaceholder = node instanceof Element && node.classList.contains('tok-placeholder');
    return isPlaceholder ? (values[placeholderName(node)] ?? text) : text;
  }).join('');
}

/** `values` with one of them set, or taken away where `value` is empty. */
export function withValue(values: PlaceholderValues, name: string, value: string): PlaceholderValues {
  const others = Object.entries(values).filter(([other]) => other !== name);
  return Object.fromEntries(value === '' ? others : [...others, [name, value]]);
}
