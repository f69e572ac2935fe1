import { factsOf } from '../../../core/marks/exchange/mark-facts.ts';
import { inBookOrder } from '../../../core/marks/exchange/place-names.ts';
import { marksOf } from '../../services/exchange/restore.ts';
import { takePositionals } from '../command.ts';
import { chooseBook, withStore } from './open.ts';
import type { MarksAction } from './options.ts';

const shownLength = 60;

/** `recto marks list`: in the order of the book; one line a mark, or all there is to know as JSON. */
export const listMarks: MarksAction = (options, output) =>
  withStore(options, output, false, async (opened) => {
    takePositionals(options.positionals, []);
    const { name, names } = await chooseBook(options, opened);
    const { marks } = marksOf(opened.store.marks, name, Date.now(), options.bin);
    const ordered = inBookOrder(marks, names).map((mark) => ({ mark, facts: factsOf(mark, name.id, names) }));
    if (options.json) {
      const list = ordered.map(({ mark, facts }) => ({ ...mark, link: facts.link, place: names.place(mark).path }));
      output.print(JSON.stringify({ ok: true, book: name.id, marks: list }));
      return;
    }
    for (const { mark, facts } of ordered) {
      const words = [facts.label, facts.quote && `“${short(facts.quote)}”`, short(facts.note)].filter(
        (one) => one !== '',
      );
      const where = names.place(mark).path.join(' › ') || names.book;
      const tags = facts.tags.map((tag) => `#${tag}`);
      const bin = mark.deletedAt === null ? [] : ['(in the bin)'];
      output.print([`${facts.kind}: ${where}`, ...words, ...tags, ...bin].join('  '));
    }
    output.tell(`${String(marks.length)} marks in “${name.id}”`);
  });

/** One line, without anything that a terminal would obey. */
function short(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const points = Array.from(line);
  return points.length <= shownLength ? line : `${points.slice(0, shownLength - 1).join('')}…`;
}
