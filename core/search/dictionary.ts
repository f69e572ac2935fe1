/** The terms of an index, and where each of them occurs. */
import { bytesOf, numbersOf, unpackTexts, type Arrays } from './packed.ts';

/** The sections that hold a term, ascending, with how often it stands in their text and in their heading. */
export interface Postings {
  readonly sections: readonly number[];
  readonly inBody: readonly number[];
  readonly inTitle: readonly number[];
}

export interface Dictionary {
  readonly size: number;
  readonly term: (at: number) => string;
  /** The number of a term, or undefined where no section holds it. */
  readonly find: (term: string) => number | undefined;
  /** Numbers of all terms that contain `part`, begin with it or end with it, in the order of the terms. */
  readonly expand: (part: string, how: 'inside' | 'start' | 'end') => number[];
  /** Numbers of all terms that hold a UTF-16 unit which `wanted` takes, ascending. */
  readonly having: (wanted: (unit: number) => boolean) => number[];
  readonly postings: (at: number) => Postings;
  /** Calls `visit` with each section that holds the term, ascending, and how often it stands in its text and in its heading. */
  readonly visitSections: (at: number, visit: (section: number, inBody: number, inTitle: number) => void) => void;
}

/** The dictionary that `buildIndex` wrote under that name. */
export function openDictionary(arrays: Arrays, name: string): Dictionary {
  /** All terms, each with a line end before and behind it. */
  const text = `\n${unpackTexts(arrays, `${name}.terms`).at(0)}`;
  const bytes = bytesOf(arrays, `${name}.postings`);
  const ends = numbersOf(arrays, `${name}.postings.ends`);
  const starts = startsOf(text, ends.length);
  const term = (at: number): string => text.slice(starts[at], (starts[at + 1] ?? text.length) - 1);

  /** The term in whose letters `position` lies, or the one before the line end that it lies on. */
  const termAt = (position: number): number => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  const firstNotBefore = (wanted: string): number => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (term(middle) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    size: ends.length,
    term,
    find: (wanted) => {
      const at = firstNotBefore(wanted);
      return at < ends.length && term(at) === wanted ? at : undefined;
    },
    expand: (part, how) => {
      const found: number[] = [];
      if (how === 'start') {
        for (let at = firstNotBefore(part); at < ends.length && text.startsWith(part, starts[at]); at += 1)
          found.push(at);
        return found;
      }
      const needle = how === 'end' ? `${part}\n` : part;
      for (let at = text.indexOf(needle); at >= 0;) {
        const number = termAt(at);
        found.push(number);
        // One hit a term: the search goes on at its end.
        at = text.indexOf(needle, (starts[number + 1] ?? text.length) - 1);
      }
      return found;
    },
    having: (wanted) => {
      const found: number[] = [];
      for (let at = 0; at < ends.length; at += 1) {
        const end = (starts[at + 1] ?? text.length) - 1;
        for (let unit = starts[at] ?? 0; unit < end; unit += 1) {
          if (!wanted(text.charCodeAt(unit))) continue;
          found.push(at);
          break;
        }
      }
      return found;
    },
    postings: (at) => {
      const sections: number[] = [];
      const inBody: number[] = [];
      const inTitle: number[] = [];
      readPostings(bytes, at === 0 ? 0 : (ends[at - 1] ?? 0), ends[at] ?? 0, (section, body, title) => {
        sections.push(section);
        inBody.push(body);
        inTitle.push(title);
      });
      return { sections, inBody, inTitle };
    },
    visitSections: (at, visit) => readPostings(bytes, at === 0 ? 0 : (ends[at - 1] ?? 0), ends[at] ?? 0, visit),
  };
}

function startsOf(text: string, count: number): Uint32Array {
  const starts = new Uint32Array(count);
  for (let at = 0, position = 1; at < count; at += 1) {
    starts[at] = position;
    position = text.indexOf('\n', position) + 1;
  }
  return starts;
}

function readPostings(
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: (section: number, inBody: number, inTitle: number) => void,
): void {
  let at = start;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  for (let section = 0; at < end;) {
    section += next();
    const counts = next();
    visit(section, counts >> 1, counts & 1 ? next() : 0);
  }
}
