/**
 * What was typed, taken apart. Nothing that can be typed is an error:
 *   word            has to occur; also as a part of a longer word
 *   "several words" have to stand together (also “…”, 「…」); a quotation mark that is not closed holds to the end
 *   -word           must not occur, where something else is asked for; `-v` and `--option` are looked for as they are
 *   in:code in:title in:notes    only there
 *   lang:zh lang:en              only in that language
 */
import { foldText } from './fold.ts';

export const scopes = ['code', 'title', 'notes'] as const;
export type Scope = (typeof scopes)[number];

export interface QueryWord {
  /** Folded; never empty. */
  readonly text: string;
  /** As it was typed, without quotation marks. */
  readonly typed: string;
  readonly isPhrase: boolean;
}

export interface ParsedQuery {
  /** All of them have to occur. Empty where nothing is asked for. */
  readonly words: readonly QueryWord[];
  /** Folded; none of them may occur. */
  readonly excluded: readonly string[];
  readonly scopes: ReadonlySet<Scope>;
  /** Empty: every language. */
  readonly languages: readonly string[];
  /** Whether it ends in a question mark. */
  readonly asks: boolean;
}

/** More is no question but a pasted text; the rest is not looked at. */
export const longestQuery = 1000;

const closing: Readonly<Record<string, string>> = { '"': '"', '＂': '＂', '“': '”', '”': '”', '「': '」', '『': '』' };

interface Piece {
  readonly typed: string;
  readonly isPhrase: boolean;
  readonly isNegated: boolean;
}

/** Takes a query apart. Never throws. */
export function parseQuery(input: string): ParsedQuery {
  const raw = input.slice(0, longestQuery);
  const scopesFound = new Set<Scope>();
  const languages: string[] = [];
  const wanted: QueryWord[] = [];
  const unwanted: Piece[] = [];
  for (const piece of piecesOf(raw)) {
    const filter = piece.isPhrase || piece.isNegated ? undefined : filterOf(piece.typed);
    if (filter?.scope) scopesFound.add(filter.scope);
    else if (filter?.lang !== undefined) languages.push(filter.lang);
    else if (piece.isNegated) unwanted.push(piece);
    else wanted.push(...wordOf(piece));
  }
  // "Not" alone asks for nothing: then it is an option of some program.
  const words =
    wanted.length > 0
      ? wanted
      : unwanted.flatMap(({ typed, isPhrase }) => wordOf({ typed: isPhrase ? typed : `-${typed}`, isPhrase }));
  return {
    words,
    excluded: wanted.length > 0 ? unwanted.flatMap((piece) => wordOf(piece).map(({ text }) => text)) : [],
    scopes: scopesFound,
    languages,
    asks: /[?？]\s*$/.test(raw),
  };
}

/** What is looked for by "find in page": everything that was typed, as it is. */
export function literalQuery(input: string): ParsedQuery {
  return {
    words: wordOf({ typed: input.slice(0, longestQuery), isPhrase: true }),
    excluded: [],
    scopes: new Set(),
    languages: [],
    asks: false,
  };
}

function* piecesOf(raw: string): Generator<Piece> {
  let at = 0;
  while (at < raw.length) {
    if (/\s/.test(raw[at] ?? '')) {
      at += 1;
      continue;
    }
    const isNegated = raw[at] === '-' && isNegatable(raw.slice(at + 1));
    if (isNegated) at += 1;
    const close = closing[raw[at] ?? ''];
    if (close === undefined) {
      const typed = /^\S+/.exec(raw.slice(at))?.[0] ?? '';
      yield { typed, isPhrase: false, isNegated };
      at += typed.length;
    } else {
      const end = raw.indexOf(close, at + 1);
      yield { typed: raw.slice(at + 1, end < 0 ? raw.length : end), isPhrase: true, isNegated };
      at = end < 0 ? raw.length : end + 1;
    }
  }
}

/** Whether a minus before `rest` means "not": before a word, but `-v` and `--verbose` are options. */
function isNegatable(rest: string): boolean {
  return /^[^\s-]/.test(rest) && !/^[a-z0-9](?:\s|$)/i.test(rest);
}

function filterOf(typed: string): { scope?: Scope; lang?: string } | undefined {
  const [, name, value = ''] = /^(in|lang)[:：]([a-z-]+)$/i.exec(typed) ?? [];
  if (name === undefined) return undefined;
  const asked = value.toLowerCase();
  if (name.toLowerCase() === 'lang') return /^[a-z]{2,3}(?:-[a-z0-9]+)*$/.test(asked) ? { lang: asked } : undefined;
  const scope = scopes.find((known) => known === asked);
  return scope && { scope };
}

function wordOf({ typed, isPhrase }: Omit<Piece, 'isNegated'>): QueryWord[] {
  // A line end in a pasted text is a space like others.
  const text = foldText(typed.replace(/\s+/g, ' ')).trim();
  return text === '' ? [] : [{ text, typed, isPhrase }];
}
