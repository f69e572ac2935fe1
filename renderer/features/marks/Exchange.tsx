import { useRef, useState } from 'react';
import { exportFormats, importEndings, type ExportFormat } from '../../../core/marks/exchange/formats.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Exchange.module.css';
import { hasNews, ImportFindings, type ImportReport } from './ImportFindings.tsx';

/** What is over sooner needs no word. */
const patienceMs = 250;

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
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  async function look(chosen: File | undefined): Promise<void> {
    setSaid('');
    setFile(undefined);
    if (!chosen) return;
    await busily(words.looking, async () => {
      const text = await chosen.text();
      const report = await onImport(text, false);
      if (typeof report !== 'string') setFile({ text, report });
      return typeof report === 'string' ? report : '';
    });
    // The same file can be chosen again.
    if (input.current) input.current.value = '';
  }

  async function take(): Promise<void> {
    if (!file) return;
    setFile(undefined);
    await busily(words.taking, async () => {
      const report = await onImport(file.text, true);
      return typeof report === 'string' ? report : words.taken(report.counts.new + report.counts.newer);
    });
  }

  /** A large file takes seconds: meanwhile that is said, and no other is chosen. */
  async function busily(meanwhile: string, work: () => Promise<string>): Promise<void> {
    setBusy(true);
    const timer = setTimeout(() => setSaid(meanwhile), patienceMs);
    try {
      setSaid(await work());
    } finally {
      clearTimeout(timer);
      setBusy(false);
    }
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
      <Button onClick={() => !isBusy && input.current?.click()}>{words.importFile}</Button>
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
