/** Marks that other programs made: they know the words, and nothing of our blocks. */
import { textHash } from '../../anchor/text-hash.ts';
import type { MarkContent } from '../mark.ts';

export interface ForeignMark extends Omit<MarkContent, 'label' | 'state'> {
  /** A UUID; reading the same file again gives the same one. */
  readonly id: string;
  readonly isBookmark: boolean;
  /** The words it is about with what stands around them; null for the whole book. */
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly modifiedAt: number;
}

const uuidPattern = /^(?:urn:uuid:)?([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/i;

/** The UUID that an id is, bare or as a URN, else one made from its text: version 8 of RFC 9562, "custom". */
export function uuidOf(id: string): string {
  const own = uuidPattern.exec(id)?.[1];
  if (own !== undefined) return own.toLowerCase();
  const digits = textHash(id) + textHash(`recto ${id}`);
  const at = (from: number, to: number) => digits.slice(from, to);
  return `${at(0, 8)}-${at(8, 12)}-8${at(13, 16)}-8${at(17, 20)}-${at(20, 32)}`;
}

/** What an anchor may hold of the text around a quote, from the side that touches it. */
const mostContext = 32;

export function quoteOf(exact: string, prefix = '', suffix = ''): ForeignMark['quote'] {
  if (exact.trim() === '') return null;
  return {
    exact: exact.toWellFormed(),
    prefix: prefix.slice(-mostContext).toWellFormed(),
    suffix: suffix.slice(0, mostContext).toWellFormed(),
  };
}
