/** What our own format asks of a book's text beyond being readable. See docs/book-format.md. */
import type { Problem } from '../../core/book/report.ts';
import { say } from '../../core/book/sentences/say.ts';
import { checkWriting, type ForbiddenName } from '../../core/book/writing-rules.ts';
import { checkShell } from './check-shell.ts';
import type { ReadDraft } from './read-drafts.ts';
import { forbiddenNames, type SourceGlossary } from './read-glossary.ts';
import type { SourceBook } from './source-book.ts';

/** `thorough` also does what takes other programs. */
export type Care = 'usual' | 'thorough';

export async function checkOwnRules(
  book: SourceBook,
  drafts: readonly ReadDraft[],
  glossary: SourceGlossary | undefined,
  care: Care,
): Promise<Problem[]> {
  const forbidden = new Map(
    book.languages.map((lang): [string, ForbiddenName[]] => [
      lang,
      glossary === undefined ? [] : forbiddenNames(glossary, lang),
    ]),
  );
  return [
    ...drafts.flatMap((draft) => missingSections(draft, book.requiredSections ?? [])),
    ...drafts.flatMap(({ draft }) => checkWriting(draft, forbidden.get(draft.lang) ?? [])),
    ...(care === 'thorough' ? await checkShell(drafts.map(({ draft }) => draft)) : []),
  ];
}

function missingSections({ draft }: ReadDraft, required: readonly string[]): Problem[] {
  return required
    .filter((id) => !draft.sections.some((section) => section.id === id))
    .map((id) => ({
      severity: 'error',
      code: 'section-missing',
      file: draft.file,
      message: say('section-missing', { id }),
    }));
}
