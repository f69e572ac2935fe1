import { Fragment, useState } from 'react';
import { useMessages } from '../../i18n/messages-context.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './ExternalLinkDialog.module.css';

export interface ExternalLinkDialogProps {
  /** The whole address, its host in Punycode, as the host of the page has normalised it. */
  readonly address: string;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

type CopyState = 'idle' | 'copied' | 'failed';

/** Asks before the browser is sent to an address outside the book. Nothing is opened without an answer. */
export function ExternalLinkDialog({ address, onOpen, onClose }: ExternalLinkDialogProps) {
  const messages = useMessages();
  const words = messages.links;
  const [copy, setCopy] = useState<CopyState>('idle');

  function copyAddress(): void {
    navigator.clipboard.writeText(address).then(
      () => setCopy('copied'),
      () => setCopy('failed'),
    );
  }

  return (
    <Dialog title={words.title} closeLabel={messages.close} onClose={onClose}>
      <p>{words.intro}</p>
      <p className={styles.address} dir="ltr">
        {address.split(/(?<=[/?&#=])(?=[^/?&#=])/).map((part, at) => (
          // A long one is broken behind its signs, and is still one text to select.
          <Fragment key={at}>
            {part}
            <wbr />
          </Fragment>
        ))}
      </p>
      <p className={styles.outcome} role="status">
        {copy === 'copied' && words.copied}
        {copy === 'failed' && words.cannotCopy}
      </p>
      <div className={styles.actions}>
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button onClick={copyAddress}>{words.copy}</Button>
        <Button tone="primary" onClick={onOpen}>
          {words.open}
        </Button>
      </div>
    </Dialog>
  );
}
