import styles from './Notice.module.css';

export interface NoticeProps {
  readonly what: string;
  readonly wayOut?: string;
  /** Absent for a notice that goes by itself. */
  readonly dismiss?: { readonly label: string; readonly run: () => void };
  /** `banner` stands above the text, `remark` floats over its foot, and so does `news`, which is nothing to worry about. */
  readonly shape: 'banner' | 'remark' | 'news';
}

export function Notice({ what, wayOut, dismiss, shape }: NoticeProps) {
  return (
    <div className={styles.notice} data-shape={shape} role="status">
      <div>
        <p>{what}</p>
        {wayOut && <p>{wayOut}</p>}
      </div>
      {dismiss && (
        <button type="button" onClick={dismiss.run}>
          {dismiss.label}
        </button>
      )}
    </div>
  );
}
