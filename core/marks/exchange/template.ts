/** A reader's own form of an entry: text with `{{name}}` in it. */
import type { MarkFacts } from './mark-facts.ts';
import { escapeLine, fenced, quoted, tagWord } from './markdown-text.ts';
import type { Read } from './problem.ts';
import { problem } from './problem.ts';

export type Template = (facts: MarkFacts) => string;

const variables: Readonly<Record<string, (facts: MarkFacts) => string>> = {
  id: ({ id }) => id,
  block: ({ block }) => `^${block}`,
  kind: ({ kind }) => kind,
  quote: ({ quote }) => (quote === '' ? '' : quoted(quote)),
  code: ({ quote }) => (quote === '' ? '' : fenced(quote)),
  words: ({ quote }) => escapeLine(quote),
  note: ({ note }) => note.trim(),
  label: ({ label }) => escapeLine(label),
  color: ({ color }) => color,
  meaning: ({ meaning }) => escapeLine(meaning),
  style: ({ style }) => style,
  state: ({ state }) => state,
  tags: ({ tags }) => tags.map((tag) => `#${tagWord(tag)}`).join(' '),
  chapter: ({ chapter }) => escapeLine(chapter),
  heading: ({ heading }) => escapeLine(heading),
  lang: ({ lang }) => lang,
  created: ({ created }) => created,
  date: ({ created }) => created.slice(0, created.indexOf('T')),
  modified: ({ modified }) => modified,
  link: ({ link }) => link,
};

const slot = /\{\{\s*([^{}]*?)\s*\}\}/g;

/**
 * Reads a template. A line whose variables are all empty is left out of an entry: a highlight has no note. Fails with
 * wrong-shape for a name that there is not.
 */
export function readTemplate(text: string): Read<Template> {
  for (const [, name = ''] of text.matchAll(slot)) {
    if (!Object.hasOwn(variables, name)) {
      const names = Object.keys(variables).join(', ');
      return problem('wrong-shape', `the template names {{${name}}}; there is: ${names}`);
    }
  }
  const lines = text.replace(/\s+$/, '').split(/\r\n|\r|\n/);
  return { ok: true, value: (facts) => lines.flatMap((line) => filled(line, facts)).join('\n') };
}

function filled(line: string, facts: MarkFacts): string[] {
  const values: string[] = [];
  const text = line.replace(slot, (_, name: string) => {
    const value = variables[name]?.(facts) ?? '';
    values.push(value);
    return value;
  });
  return values.length > 0 && values.every((value) => value === '') ? [] : [text];
}
