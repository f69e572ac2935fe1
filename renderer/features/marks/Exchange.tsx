import { useRef, useState } from 'react';
import { exportFormats, importEndings, type ExportFormat } from '../../../core/marks/exchange/formats.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Exchange.module.css';
import { hasNews, ImportFindings, type ImportReport } from './ImportFindings.tsx';

export interface ExchangeProps {
  readonly words: MarkMessages;
  readonly bookId: string;
  readonly canExport: boolean;
  readonly onExport: (format: ExportFormat) => void;
  /** What would become of the marks in a file, or with `take` has become; or why that is not possible. */
  readonly onImport: (text: string, take: boolean) => Promise<ImportReport | string>;
}

/** Marks out of Recto and into it. A file is looked at first; nothing is taken before the reader has said so. */
export function Exchange({ words, bookId, canExport, onExport, onImport }: ExchangeProps) {
  const [format, setFormat] = useState<ExportFormat>('annotation');
  const [file, setFile] = useState<{ readonly text: string; readonly report: ImportReport }>();
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);

  async function look(chosen: File | undefined): Promise<void> {
    setSaid('');
    setFile(undefined);
    if (!chosen) return;
    const text = await chosen.text();
    const report = await onImport(text, false);
    if (typeof report === 'string') setSaid(report);
    else setFile({ text, report });
    // The same file can be chosen again.
    if (input.current) input.current.value = '';
  }

  async function take(): Promise<void> {
    if (!file) return;
    const report = await onImport(file.text, true);
    setSaid(typeof report === 'string' ? report : words.taken(report.counts.new + report.counts.newer));
    setFile(undefined);
  }

  return (
    <div className={styles.exchange}>
      <select
        aria-label={words.exportAs}
        value={format}
        disabled={!canExport}
        onChange={(event) => setFormat(exportFormats.find((one) => one === event.target.value) ?? 'annotation')}
      >
        {exportFormats.map((one) => (
          <option key={one} value={one}>
            {words.formats[one]}
          </option>
        ))}
      </select>
      {canExport && <Button onClick={() => onExport(format)}>{words.exportAs}</Button>}
      <Button onClick={() => input.current?.click()}>{words.importFile}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={importEndings.map((ending) => `.${ending}`).join(',')}
        aria-label={words.importFile}
        onChange={(event) => void look(event.target.files?.[0])}
      />
      <div role="status" className={styles.report}>
        {file && <ImportFindings words={words} bookId={bookId} report={file.report} />}
        {said}
      </div>
      {file && (
        <>
          <Button onClick={() => setFile(undefined)}>{words.cancel}</Button>
          {hasNews(file.report) && (
            <Button tone="primary" onClick={() => void take()}>
              {words.take}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
