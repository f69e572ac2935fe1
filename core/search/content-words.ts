/**
 * What a whole question is about. People also type "how does remote attestation work?" and 什么是机密计算: words that
 * only ask are then not asked of a section. The lists hold words of grammar alone, none of any subject.
 */
import type { ParsedQuery } from './parse-query.ts';
import { identifiersOf, runsOf } from './tokens.ts';

const interrogative = wordSet('how what why when where which who whose can could does do did is are should would will');
const grammatical = wordSet(
  `a an the of in on at to for from by with into about as and or not no than then there here it its this that these those i we you
   they my our your be been being was were am has have had if so such some any much many more most only also just get got use used
   using need needs want between mean means work works happen happens happened after before me tell explain show difference
   ${[...interrogative].join(' ')}`,
);

/** Characters that say nothing where they stand alone between spaces or Latin words. */
const aloneGrammatical: ReadonlySet<string> = new Set('和与或及在里中上下用把被对从到是有能会要跟让给');

/** Longest first: 为什么 before 什么. Single characters only where they are hardly ever a part of a word. */
const askingPattern =
  /是怎么回事|有什么区别|有什么不同|有什么用|是什么意思|什么意思|为什么要|为什么|是什么|什么是|怎么样|怎么办|有哪些|有什么|支持哪些|多少|什么|怎么|怎样|如何|为何|哪些|哪个|哪里|哪种|是否|能否|能不能|是不是|可以|需要|应该|之间|区别|吗|呢|的|了/g;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Whether the query is put as a question. */
export function isQuestion({ words, asks }: ParsedQuery): boolean {
  if (asks) return true;
  const [first] = words;
  if (words.length > 2 && first && !first.isPhrase && interrogative.has(first.text)) return true;
  return words.some(
    ({ text, isPhrase }) => !isPhrase && /什么|怎么|怎样|如何|为何|哪[些个里种]|[是能]否|能不能|是不是|吗$/.test(text),
  );
}

/** Words by which a text says that it compares; folded. Whoever asks for a difference means any of them. */
export const comparingWords = [
  '对比',
  '对照',
  '比较',
  '区别',
  '差别',
  'compared',
  'comparison',
  'comparing',
  'difference',
];

/** Whether the query asks how things differ. */
export function asksToCompare({ words }: ParsedQuery): boolean {
  return words.some(({ text }) => /区别|不同|差别|对比|比较|^(?:differences?|differ|versus|vs|compared?)$/.test(text));
}

/** A word of the query, or a run of CJK; a part of it says nothing but that one asks. Folded. */
export interface Piece {
  readonly text: string;
  /** For each UTF-16 unit of `text`, whether it belongs to a word that only asks. */
  readonly asking: readonly boolean[];
}

/** The words and runs of a query. Phrases, and a query of nothing but words that ask, are about what they say. */
export function piecesOf({ words }: ParsedQuery): Piece[] {
  const pieces = words.flatMap(({ text, isPhrase }) => (isPhrase ? [whole(text)] : splitWord(text)));
  const unique = pieces.filter(({ text }, at) => pieces.findIndex((piece) => piece.text === text) === at);
  return unique.some((piece) => contentOf(piece).length > 0) ? unique : unique.map(({ text }) => whole(text));
}

/** The parts of a piece that are about something. */
export function contentOf({ text, asking }: Piece): string[] {
  let content = '';
  for (let at = 0; at < text.length; at += 1) content += asking[at] ? '\n' : (text[at] ?? '');
  return content.split('\n').filter((part) => part !== '');
}

function whole(text: string): Piece {
  return { text, asking: [] };
}

/** Runs of CJK, and words with the signs inside them. */
function splitWord(text: string): Piece[] {
  const identifiers = identifiersOf(text);
  return runsOf(text).map(({ text: run, isCjk }) => {
    if (!isCjk) {
      const word = identifiers.find((identifier) => identifier.includes(run)) ?? run;
      return { text: word, asking: Array.from(word, () => grammatical.has(word)) };
    }
    const asking = Array.from({ length: run.length }, () => aloneGrammatical.has(run));
    for (const { 0: found, index } of run.matchAll(askingPattern)) asking.fill(true, index, index + found.length);
    return { text: run, asking };
  });
}
