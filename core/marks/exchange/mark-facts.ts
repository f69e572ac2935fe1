/** What the formats for people say of a mark, each in its own dress. */
import { isNowhere } from '../../anchor/nowhere.ts';
import { formatDeepLink } from '../../book/deep-link.ts';
import { shortBlockId } from './block-ids.ts';
import type { FileMark } from './marks-file.ts';
import type { PlaceNames } from './place-names.ts';

export interface MarkFacts {
  readonly id: string;
  /** The name of its entry for links inside a vault. */
  readonly block: string;
  readonly kind: string;
  /** The exact words; of a block or section its beginning, of a book nothing. */
  readonly quote: string;
  readonly note: string;
  readonly label: string;
  readonly color: string;
  /** What the reader takes the colour to mean, or nothing. */
  readonly meaning: string;
  readonly style: string;
  readonly state: string;
  readonly tags: readonly string[];
  /** Empty for the whole book, and for words that were never found in it. */
  readonly chapter: string;
  /** The innermost heading below the chapter's title, or nothing. */
  readonly heading: string;
  readonly lang: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly modified: string;
  /** `recto://…`; empty for the whole book, and for words that were never found in it. */
  readonly link: string;
}

export function factsOf(mark: FileMark, bookId: string, names: PlaceNames): MarkFacts {
  const [chapter = '', ...headings] = names.place(mark).path;
  return {
    id: mark.id,
    block: names.blockId?.(mark.id) ?? shortBlockId(mark.id),
    kind: mark.kind,
    quote: mark.anchor?.quote ?? '',
    note: mark.body ?? '',
    label: mark.label ?? '',
    color: mark.color ?? '',
    meaning: (mark.color && names.meanings?.[mark.color]) ?? '',
    style: mark.style ?? '',
    state: mark.state ?? '',
    tags: mark.tags,
    chapter,
    heading: headings.at(-1) ?? '',
    lang: mark.anchor?.lang ?? '',
    created: new Date(mark.createdAt).toISOString(),
    modified: new Date(mark.modifiedAt).toISOString(),
    link: linkOf(mark, bookId),
  };
}

/** The address of a mark's place: its section or its first block. */
function linkOf({ target, anchor }: FileMark, bookId: string): string {
  if (!anchor || isNowhere(anchor)) return '';
  const targetId = target === 'section' ? anchor.sectionId : anchor.blockId;
  return formatDeepLink({ bookId, chapterId: anchor.chapterId, targetId });
}
