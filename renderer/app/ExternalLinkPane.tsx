import { ExternalLinkDialog } from '../features/links/ExternalLinkDialog.tsx';
import type { Services } from './services.ts';

export interface ExternalLinkPaneProps {
  readonly services: Services;
  readonly address: string;
  readonly onClose: () => void;
}

/** The question before the browser opens an outside address. Loaded when there is one to ask about. */
export function ExternalLinkPane({ address, onClose }: ExternalLinkPaneProps) {
  return (
    <ExternalLinkDialog
      address={address}
      onClose={onClose}
      onOpen={() => {
        window.open(address, '_blank', 'noopener,noreferrer');
        onClose();
      }}
    />
  );
}
