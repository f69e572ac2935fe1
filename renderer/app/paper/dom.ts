/** An element with its attributes and what it holds; undefined attributes are left out. */
export function make(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...content: (Node | string)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...content);
  return element;
}
