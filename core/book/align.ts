/** Whether two languages of a chapter are the same chapter: the same headings, the same kinds of blocks in each section. */
import type { ChapterDraft, SectionDraft } from './draft.ts';
import type { Problem } from './report.ts';
import { say, type Sentence } from './sentences/say.ts';

/**
 * Compares a translation with its source. One problem, at the first place where they part, on the translation's line
 * and naming the source's; undefined where they agree. One is enough: after the first, everything is shifted.
 */
export function findParting(source: ChapterDraft, translation: ChapterDraft): Problem | undefined {
  const count = Math.max(source.sections.length, translation.sections.length);
  for (let at = 0; at < count; at++) {
    const left = source.sections[at];
    const right = translation.sections[at];
    const same = left?.id === right?.id && left?.depth === right?.depth;
    if (!same || left === undefined || right === undefined) {
      return parting(
        { file: source.file, line: left?.line ?? lastLine(source), what: describeSection(left) },
        { file: translation.file, line: right?.line ?? lastLine(translation), what: describeSection(right) },
      );
    }
    const found = compareBlocks(source, left, translation, right);
    if (found !== undefined) return found;
  }
  return undefined;
}

function compareBlocks(
  source: ChapterDraft,
  left: SectionDraft,
  translation: ChapterDraft,
  right: SectionDraft,
): Problem | undefined {
  const count = Math.max(left.blocks.length, right.blocks.length);
  for (let at = 0; at < count; at++) {
    const [a, b] = [left.blocks[at], right.blocks[at]];
    // One of them may be missing, never both.
    if (a?.kind === b?.kind) continue;
    const describe = (kind: string | undefined): Sentence =>
      kind === undefined ? say('end-of-section', { id: left.id }) : say('a-block', { kind });
    return parting(
      { file: source.file, line: a?.line ?? left.blocks.at(-1)?.line ?? left.line, what: describe(a?.kind) },
      { file: translation.file, line: b?.line ?? right.blocks.at(-1)?.line ?? right.line, what: describe(b?.kind) },
    );
  }
  return undefined;
}

interface Side {
  readonly file: string;
  readonly line: number;
  readonly what: Sentence;
}

function parting(source: Side, translation: Side): Problem {
  return {
    severity: 'error',
    code: 'translation-parts',
    file: translation.file,
    line: translation.line,
    message: say('languages-part', {
      here: translation.what,
      file: source.file,
      line: source.line,
      there: source.what,
    }),
  };
}

function describeSection(section: SectionDraft | undefined): Sentence {
  return section === undefined ? say('end-of-chapter') : say('a-heading', { id: section.id, level: section.depth });
}

function lastLine(draft: ChapterDraft): number {
  const section = draft.sections.at(-1);
  return section?.blocks.at(-1)?.line ?? section?.line ?? 1;
}
