/**
 * What a chapter was compared with: `review/<chapter>.yaml`, fact by fact, with the place in our text where each one
 * stands. See docs/book-format.md.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { BlockDraft } from '../../core/book/draft.ts';
import { isDiagram } from '../../core/book/fence.ts';
import { elementsIn } from '../../core/book/hast.ts';
import { langSchema } from '../../core/book/model.ts';
import type { Problem } from '../../core/book/report.ts';
import { say } from '../../core/book/sentences/say.ts';
import type { BookFolder } from './book-folder.ts';
import type { ReadDraft } from './read-drafts.ts';
import { sourceChapters, type SourceBook } from './source-book.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

const text = z.string().trim().min(1);
/** `idea.3`; for a block of another chapter, `cluster-setup/idea.3`. */
const blockId = z.string().regex(/^([a-z0-9-]+\/)?[a-z0-9-]+\.\d+$/, 'has to be the id of a block, such as idea.3');
const places = z.union([blockId, z.array(blockId).min(1)]);

/** Said somewhere, or left out for a reason. */
const answer = { at: places.optional(), out: text.optional() };
const oneAnswer = (item: { at?: unknown; out?: unknown }): boolean =>
  (item.at === undefined) !== (item.out === undefined);
const needsOne = { message: 'has to have either “at” (where it stands) or “out” (why it was left out)' };

const reviewYaml = z.strictObject({
  /** Fingerprint of the text that was reviewed, per language. */
  text: z.record(langSchema, z.string()),
  /** What was open beside the text, and on which day; `at`: the blocks it bears on, where it is not all of them. */
  sources: z.array(z.strictObject({ source: text, seen: z.iso.date(), at: places.optional() })).min(1),
  /** What the original, or the source, says. `says`: words that have to stand at `at`, in every language. */
  facts: z.array(z.strictObject({ fact: text, ...answer, says: z.array(text).optional() }).refine(oneAnswer, needsOne)),
  /** What is wrong or has aged in the original, and where our text answers it. */
  mistakes: z.array(z.strictObject({ mistake: text, ...answer }).refine(oneAnswer, needsOne)).optional(),
});
type ReviewYaml = z.infer<typeof reviewYaml>;

/** One line of the report of reviews: a chapter in one language. */
export interface ReviewRow {
  readonly chapterId: string;
  readonly lang: string;
  /** Facts that were compared, and those of them that the text leaves out with a reason. */
  readonly facts: number;
  readonly leftOut: number;
  /** Mistakes of the original that were answered. */
  readonly mistakes: number;
  /** Entries of the section `sources`. */
  readonly sources: number;
  /** Sources that were opened for the review. */
  readonly opened: number;
  readonly reviewed: string | undefined;
  /** `old`: the text has changed since. */
  readonly state: 'current' | 'old' | 'missing';
}

export interface Reviews {
  readonly rows: readonly ReviewRow[];
  readonly problems: readonly Problem[];
}

export async function checkReviews(
  folder: BookFolder,
  book: SourceBook,
  drafts: readonly ReadDraft[],
): Promise<Reviews> {
  const rows: ReviewRow[] = [];
  const problems: Problem[] = [];
  const byChapter = Map.groupBy(drafts, ({ chapterId }) => chapterId);
  for (const { id, line } of sourceChapters(book.contents)) {
    const own = byChapter.get(id) ?? [];
    if (own.length === 0) continue;
    const file = `review/${id}.yaml`;
    const content = await folder.readText(file);
    if (!content.ok) {
      const message = say('review-missing', { id, failure: content.failure.message });
      problems.push({ severity: 'error', code: 'review-missing', file: book.contentsFile, line, message });
      rows.push(...own.map((draft) => toRow(draft, undefined)));
      continue;
    }
    const read = readYaml(content.value, { file, schema: reviewYaml, code: 'review-invalid' });
    if (!read.ok) problems.push(...read.problems);
    else for (const draft of own) problems.push(...checkReview(draft, read.source, drafts));
    rows.push(...own.map((draft) => toRow(draft, read.ok ? read.source.value : undefined)));
  }
  return { rows, problems };
}

function* checkReview(
  { chapterId, draft }: ReadDraft,
  { value, problem }: YamlSource<ReviewYaml>,
  drafts: readonly ReadDraft[],
): Generator<Problem> {
  const { lang } = draft;
  const now = fingerprint(draft);
  if (value.text[lang] !== now) {
    yield problem(['text', lang], say('review-old', { lang, now }), 'review-old');
  }
  const blocks = new Map(drafts.filter((other) => other.draft.lang === lang).flatMap(blocksByPlace));
  for (const list of ['sources', 'facts', 'mistakes'] as const) {
    for (const [at, item] of (value[list] ?? []).entries()) {
      const found = toList(item.at).map(
        (id) => [id, blocks.get(id.includes('/') ? id : `${chapterId}/${id}`)] as const,
      );
      for (const [id, block] of found) {
        if (block === undefined) yield problem([list, at, 'at'], say('review-block', { file: draft.file, id }));
      }
      const said = found.map(([, block]) => block?.source ?? '').join('\n');
      for (const words of 'says' in item ? (item.says ?? []) : []) {
        if (!said.includes(words)) yield problem([list, at, 'says'], say('review-words', { file: draft.file, words }));
      }
    }
  }
}

function toList(at: string | readonly string[] | undefined): readonly string[] {
  return at === undefined ? [] : typeof at === 'string' ? [at] : at;
}

function blocksById({ sections }: ReadDraft['draft']): ReadonlyMap<string, BlockDraft> {
  return new Map(
    sections.flatMap(({ id, blocks }) => blocks.map((block, at) => [`${id}.${String(at)}`, block] as const)),
  );
}

function blocksByPlace({ chapterId, draft }: ReadDraft): (readonly [string, BlockDraft])[] {
  return [...blocksById(draft)].map(([id, block]) => [`${chapterId}/${id}`, block]);
}

/**
 * Twelve hexadecimal digits of a SHA-256 over what a chapter says. Of a figure only its title and description count: it
 * may be drawn anew without saying something else.
 */
function fingerprint(draft: ReadDraft['draft']): string {
  const hash = createHash('sha256');
  for (const [id, block] of blocksById(draft)) {
    const figures = block.fences.filter(isDiagram);
    const said =
      block.kind === 'figure' ? figures.map(({ title, alt }) => `${title ?? ''}\n${alt ?? ''}`) : [block.source];
    hash.update(`${id}\n${said.join('\n').trim()}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}

function toRow({ chapterId, draft, reviewed }: ReadDraft, review: ReviewYaml | undefined): ReviewRow {
  const { lang } = draft;
  const sources = draft.sections.find(({ id }) => id === 'sources')?.blocks ?? [];
  return {
    chapterId,
    lang,
    facts: review?.facts.length ?? 0,
    leftOut: review?.facts.filter(({ out }) => out !== undefined).length ?? 0,
    mistakes: review?.mistakes?.length ?? 0,
    sources: sources.flatMap(({ tree }) => [...elementsIn(tree)].filter(({ tagName }) => tagName === 'li')).length,
    opened: review?.sources.length ?? 0,
    reviewed,
    state: review === undefined ? 'missing' : review.text[lang] === fingerprint(draft) ? 'current' : 'old',
  };
}
