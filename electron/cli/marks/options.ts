/** The options that all of `recto marks` share. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileFormats, type FileFormat } from '../../../core/marks/exchange/formats.ts';
import type { Arrival } from '../../../core/marks/merge.ts';
import { defaultDataFolder } from '../../services/data-folder.ts';
import { takenByDefault } from '../../services/exchange/import-marks.ts';
import { UsageError, type Output } from '../command.ts';

export interface MarksOptions {
  readonly positionals: readonly string[];
  readonly dataFolder: string;
  readonly book: string | undefined;
  readonly format: FileFormat | undefined;
  readonly template: string | undefined;
  readonly bin: boolean;
  readonly yes: boolean;
  readonly settings: boolean;
  readonly take: readonly Arrival[];
  readonly json: boolean;
}

/** Does what its name says, or throws UsageError, MarksFailure or the system's error about a file. */
export type MarksAction = (options: MarksOptions, output: Output) => Promise<void>;

export function parseOptions(args: readonly string[]): MarksOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      book: { type: 'string' },
      format: { type: 'string' },
      template: { type: 'string' },
      take: { type: 'string' },
      bin: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      settings: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { data, book, format, template, take, ...switches } = values;
  return {
    ...switches,
    positionals,
    book,
    template,
    dataFolder: data === undefined ? defaultDataFolder() : resolve(data),
    format: format === undefined ? undefined : oneOf(fileFormats, format, '--format'),
    take: take === undefined ? takenByDefault : take.split(',').map((kind) => oneOf(takable, kind.trim(), '--take')),
  };
}

const takable = ['new', 'newer', 'older', 'erased'] as const;

function oneOf<const T extends string>(values: readonly T[], value: string, option: string): T {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${option} does not know “${value}”. It knows: ${values.join(', ')}.`);
  return found;
}
