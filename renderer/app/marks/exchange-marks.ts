/** Marks out of Recto and into it, as files. */
import type { Response } from '../../../core/contract/channels.ts';
import { mostImportChars, mostPieceChars } from '../../../core/contract/mark-limits.ts';
import type { Result } from '../../../core/contract/result.ts';
import type { ExportFormat } from '../../../core/marks/exchange/formats.ts';
import { importRefused } from '../../../core/marks/exchange/import-refused.ts';
import type { KeptMarks, MarksOptions } from './keep-marks.ts';

export interface MarkExchange {
  /** Saves all marks as a file where the reader says. */
  readonly exportAs: (format: ExportFormat) => Promise<void>;
  /** What would become of the marks in a file, or with `take` has become. */
  readonly importText: (text: string, take: boolean) => Promise<Result<Response<'marks:import'>>>;
}

export function exchangeMarks(
  { host, store, announce, words, saveFile }: Omit<MarksOptions, 'page' | 'reader'>,
  { bookId, told }: KeptMarks,
): MarkExchange {
  return {
    async exportAs(format) {
      const { lang } = store.getState().reading;
      const file = told(await host['marks:export']({ bookId: bookId(), format, lang }));
      if (file && (await saveFile(file.name, new Blob([file.text], { type: 'text/plain' })))) {
        announce(words().exported(file.name));
      }
    },
    async importText(text, take) {
      if (text.length > mostImportChars) {
        const limit = `${String(mostImportChars / 1024 / 1024)} MiB`;
        return importRefused({ code: 'too-large', what: limit });
      }
      if (text.length <= mostPieceChars) return host['marks:import']({ bookId: bookId(), text, take });
      const file = crypto.randomUUID();
      let at = 0;
      for (; at + mostPieceChars < text.length; at += mostPieceChars) {
        const brought = await host['marks:bring']({ file, text: text.slice(at, at + mostPieceChars) });
        if (!brought.ok) return brought;
      }
      return host['marks:import']({ bookId: bookId(), file, text: text.slice(at), take });
    },
  };
}
