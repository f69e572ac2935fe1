/** `glossary.yaml`, the terms of a book in our own format. See docs/book-format.md. */
import { z } from 'zod';
import { termBlockId, type TermGroup } from '../../core/book/generated/glossary-chapter.ts';
import { resolveLink, type LinkMap } from '../../core/book/links.ts';
import { idSchema, langSchema, type Place, type Term } from '../../core/book/model.ts';
import type { Problem } from '../../core/book/report.ts';
import { say, type Sentence } from '../../core/book/sentences/say.ts';
import { findLookAlikes, type ForbiddenName } from '../../core/book/writing-rules.ts';
import type { BookFolder } from './book-folder.ts';
import { readYaml, type YamlPath, type YamlSource } from './yaml-source.ts';

export const glossaryFile = 'glossary.yaml';

const text = z.string().trim().min(1);
const perLanguage = z.record(langSchema, text);
const listPerLanguage = z.record(langSchema, z.array(text));

const glossaryYaml = z.strictObject({
  groups: z.array(z.strictObject({ id: idSchema, title: perLanguage })),
  terms: z.array(
    z
      .object({
        id: idSchema,
        group: idSchema,
        abbr: text.optional(),
        full: text.optional(),
        aliases: listPerLanguage.optional(),
        /** Names that the book does not use for this. */
        forbidden: listPerLanguage.optional(),
        meaning: perLanguage,
        /** Paths from a language's folder, with or without a section. */
        see: z.array(text),
      })
      // Everything else is a language with the term's name in it.
      .catchall(text),
  ),
});
type GlossaryYaml = z.infer<typeof glossaryYaml>;
type TermYaml = GlossaryYaml['terms'][number];

export interface SourceGlossary {
  readonly languages: readonly string[];
  readonly yaml: YamlSource<GlossaryYaml>;
}

export interface ReadGlossary {
  /** Undefined where the book has no glossary, or one that cannot be used. */
  readonly glossary: SourceGlossary | undefined;
  readonly problems: readonly Problem[];
}

export async function readGlossary(folder: BookFolder, languages: readonly string[]): Promise<ReadGlossary> {
  const content = await folder.readText(glossaryFile);
  if (!content.ok) {
    const { code, message } = content.failure;
    if (code === 'not-found') return { glossary: undefined, problems: [] };
    return { glossary: undefined, problems: [{ severity: 'error', code, file: glossaryFile, message }] };
  }
  const read = readYaml(content.value, { file: glossaryFile, schema: glossaryYaml, code: 'glossary-invalid' });
  if (!read.ok) return { glossary: undefined, problems: read.problems };
  const problems = [
    ...findLookAlikes(glossaryFile, content.value),
    ...checkGroups(read.source, languages),
    ...checkTerms(read.source, languages),
  ];
  return { glossary: problems.length === 0 ? { languages, yaml: read.source } : undefined, problems };
}

function* checkGroups({ value, problem }: YamlSource<GlossaryYaml>, languages: readonly string[]): Generator<Problem> {
  const ids = new Set<string>();
  for (const [at, { id, title }] of value.groups.entries()) {
    const path = ['groups', at];
    if (ids.has(id)) yield problem([...path, 'id'], say('group-repeated', { id }));
    ids.add(id);
    for (const lang of languages) {
      if (title[lang] === undefined) yield problem([...path, 'title'], say('group-untitled', { id, lang }));
    }
    if (!value.terms.some(({ group }) => group === id)) yield problem(path, say('group-empty', { id }));
  }
}

function* checkTerms({ value, problem }: YamlSource<GlossaryYaml>, languages: readonly string[]): Generator<Problem> {
  const ids = new Set<string>();
  for (const [at, term] of value.terms.entries()) {
    const path: YamlPath = ['terms', at];
    const { id, group } = term;
    if (ids.has(id)) yield problem([...path, 'id'], say('term-repeated', { id }));
    ids.add(id);
    if (!value.groups.some((known) => known.id === group)) {
      yield problem([...path, 'group'], say('term-group', { id, group }));
    }
    for (const lang of languages) {
      if (term[lang] === undefined) yield problem(path, say('term-unnamed', { id, lang }));
      if (term.meaning[lang] === undefined) {
        yield problem([...path, 'meaning'], say('term-meaning', { id, lang }));
      }
    }
    for (const key of Object.keys(term)) {
      if (!knownKeys.has(key) && !languages.includes(key)) {
        yield problem([...path, key], say('term-key', { key }));
      }
    }
  }
}

const knownKeys = new Set(['id', 'group', 'abbr', 'full', 'aliases', 'forbidden', 'meaning', 'see']);

/** The terms by group, with their links resolved; a link that leads nowhere in any language goes to `problems`. */
export function resolveGlossary(glossary: SourceGlossary, links: LinkMap, problems: Problem[]): readonly TermGroup[] {
  const { value } = glossary.yaml;
  return value.groups.map(({ id, title }) => {
    const members = value.terms.flatMap((term, at) => (term.group === id ? [{ term, at }] : []));
    const terms = members.map(({ term, at }, index): Term => {
      const see = term.see.flatMap((target, n) => {
        const resolved = resolveEverywhere(target, glossary, links);
        if (!('key' in resolved)) return [resolved];
        problems.push(glossary.yaml.problem(['terms', at, 'see', n], resolved, 'link-dead'));
        return [];
      });
      return toTerm(term, glossary.languages, see, termBlockId(id, index));
    });
    return { id, title, terms };
  });
}

/** The names that are not to be used in a language. */
export function forbiddenNames(glossary: SourceGlossary, lang: string): ForbiddenName[] {
  return glossary.yaml.value.terms.flatMap((term) =>
    (term.forbidden?.[lang] ?? []).map((name) => ({ name, instead: term[lang] ?? term.id })),
  );
}

function toTerm(term: TermYaml, languages: readonly string[], see: readonly Place[], blockId: string): Term {
  const { id, abbr, full, aliases, meaning } = term;
  return {
    id,
    names: Object.fromEntries(languages.map((lang) => [lang, term[lang] ?? id])),
    ...(abbr === undefined ? {} : { abbr }),
    ...(full === undefined ? {} : { full }),
    aliases: aliases ?? {},
    meaning,
    see: [...see],
    blockId,
  };
}

/** The place in the book, or a sentence that says in which language there is none. */
function resolveEverywhere(target: string, { languages }: SourceGlossary, links: LinkMap): Place | Sentence {
  let place: Place | undefined;
  for (const lang of languages) {
    const resolved = resolveLink(target, { dialect: 'recto', file: `${lang}/${glossaryFile}`, lang }, links);
    if (resolved.problem !== undefined) return say('term-see', { lang, failure: resolved.problem.message });
    const [, chapterId, sectionId] = resolved.href?.split('/') ?? [];
    if (resolved.external || chapterId === undefined) return say('term-see-no-place', { target });
    place = { chapterId, ...(sectionId === undefined ? {} : { sectionId }) };
  }
  return place ?? say('term-see-no-place', { target });
}
