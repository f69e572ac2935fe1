import styles from './Notice.module.css';

export interface NoticeProps {
  readonly what: string;
  readonly wayOut: string;
  /** Absent for a notice that goes by itself. */
  readonly dismiss?: { readonly label: string; readonly run: () => void };
  /** `banner` stands above the text, `remark` floats over its foot. */
  readonly shape: 'banner' | 'remark';
}

export function Notice({ what, wayOut, dismiss, shape }: NoticeProps) {
  return (
    <div className={styles.notice} data-shape={shape} role="status">
      <div>
        <p>{what}</p>
        <p>{wayOut}</p>
      </div>
      {dismiss && (
        <button type="button" onClick={dismiss.run}>
          {dismiss.label}
        </button>
      )}
    </div>
  );
}
