/** Sentences of a compiler as data: a key and its values, put into words in the language of whoever reads them. */
import type { sentencesEn } from './en.ts';

export type SentenceKey = keyof typeof sentencesEn;

/** A sentence may stand in another: why a file of a chapter could not be read. */
export type SentenceValue = string | number | Sentence;

export interface Sentence {
  /** A `SentenceKey`, where it was said by this version. */
  readonly key: string;
  readonly values: Readonly<Record<string, SentenceValue>>;
}

/** Names of the places in a sentence; `{#…}` is text. */
type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `#${string}` ? never : Name) | Places<Rest>
  : never;
type ValuesOf<Key extends SentenceKey> = Readonly<Record<Places<(typeof sentencesEn)[Key]>, SentenceValue>>;

/** A sentence with all the values that it has places for. */
export function say<Key extends SentenceKey>(
  key: Key,
  ...values: [Places<(typeof sentencesEn)[Key]>] extends [never] ? [] : [values: ValuesOf<Key>]
): Sentence {
  return { key, values: values[0] ?? {} };
}

/** What others have said, as they said it. */
export function ownWords(text: string): Sentence {
  return say('own-words', { text });
}

/**
 * A sentence in words, with the templates of a language. One that this version does not know (a report of a newer one) is told by
 * its values alone. `systemReason` puts what the system gave as a reason into words of the language.
 */
export function inWords(
  sentence: Sentence,
  templates: Readonly<Record<string, string>>,
  systemReason = (reason: string): string => reason,
): string {
  const { key, values } = sentence;
  const word = (value: SentenceValue): string =>
    typeof value === 'object' ? inWords(value, templates, systemReason) : String(value);
  const template = Object.hasOwn(templates, key) ? templates[key] : undefined;
  if (template === undefined) return Object.values(values).map(word).join(' ');
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return place;
    return name === 'reason' ? systemReason(word(value)) : word(value);
  });
}
