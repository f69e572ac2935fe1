import { resolve } from 'node:path';
import { blockIdsOf } from '../../../core/marks/exchange/block-ids.ts';
import { fileFormats, formatOfName } from '../../../core/marks/exchange/formats.ts';
import { readTemplate, type Template } from '../../../core/marks/exchange/template.ts';
import { writeMarks } from '../../../core/marks/exchange/write-marks.ts';
import { decodeText, readBytes } from '../../services/exchange/read-file.ts';
import { marksOf } from '../../services/exchange/restore.ts';
import { writeWhole } from '../../services/exchange/write-file.ts';
import { takePositionals, UsageError } from '../command.ts';
import { problemFailure } from './failure.ts';
import { chooseBook, withStore } from './open.ts';
import type { MarksAction } from './options.ts';

/** `recto marks export FILE`. */
export const exportMarks: MarksAction = async (options, output) => {
  const [name] = takePositionals(options.positionals, ['FILE']);
  const format = options.format ?? formatOfName(name);
  if (format === undefined) {
    throw new UsageError(`The ending of ${name} is that of no format. Name one: --format ${fileFormats.join('|')}.`);
  }
  if (options.template !== undefined && format !== 'markdown') throw new UsageError('--template is for markdown.');
  const template = options.template === undefined ? undefined : await loadTemplate(options.template);
  await withStore(options, output, false, async (opened) => {
    const chosen = await chooseBook(options, opened);
    const { store } = opened;
    const file = marksOf(store.marks, chosen.name, Date.now(), options.bin);
    const blockId = blockIdsOf(store.marks.ids(chosen.name.id));
    const names = { ...chosen.names, meanings: store.settings().colorMeanings, blockId };
    await writeWhole(resolve(name), writeMarks(format, file, names, template));
    const count = file.marks.length;
    if (options.json) output.print(JSON.stringify({ ok: true, file: name, format, book: chosen.name.id, count }));
    else output.print(`${name}: ${String(count)} marks of “${chosen.name.id}” (${format})`);
  });
};

/** More than anybody writes as a form for one note. */
const templateBytes = 100_000;

async function loadTemplate(name: string): Promise<Template> {
  const bytes = await readBytes(resolve(name), templateBytes);
  const text = bytes.ok ? decodeText(bytes.value) : bytes;
  const template = text.ok ? readTemplate(text.value) : text;
  if (!template.ok) throw problemFailure(name, template.problem);
  return template.value;
}
