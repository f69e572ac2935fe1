import type { FileProblem, ProblemCode } from './problem.ts';

/** What is wrong with a file, as the end of a sentence that began with its name; in English, for terminals and logs. */
export function problemText({ code, what }: FileProblem): string {
  const texts: Readonly<Record<ProblemCode, string>> = {
    'too-large': `it holds more than ${what}; no file of marks is that large`,
    unreadable: what,
    'unknown-format': `it is no file of marks (${what})`,
    'not-complete': `it is ${what}, which is written for reading alone; import the same marks as .annotation, HTML, JSON or CSV with all columns`,
    newer: `it was written by a newer Recto (format ${what}); update Recto, then import it`,
    'wrong-shape': what,
    doubled: `two marks have the id ${what}; which of them is meant cannot be known`,
    'mixed-books': `its marks are in several books: ${what}`,
    'other-book': `its marks are in the book “${what}”; import them with --book ${what}`,
    'book-needed': 'its marks have to be looked for in the book; name its bundle folder with --book',
  };
  return texts[code];
}
