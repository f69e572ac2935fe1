import { useEffect, useState } from 'react';
import { useMessages } from '../i18n/messages-context.ts';
import { explain } from '../i18n/ui-language.ts';
import { warningDismissed } from '../state/notices.ts';
import { useAppState } from '../state/store-context.ts';
import { Notice } from '../ui/Notice.tsx';
import type { Services } from './services.ts';

export interface NoticesProps {
  readonly services: Services;
}

const remarkMs = 10_000;

/** What the reader has to know, in calm banners above the text; a remark on the last action at its foot. */
export function Notices({ services: { store } }: NoticesProps) {
  const messages = useMessages();
  const { warnings, remark, connected } = useAppState((state) => state.notices);

  const safeMode = useAppState((state) => state.program.safeMode);
  const [toldSafe, setToldSafe] = useState(false);

  useEffect(() => {
    if (!remark) return;
    const timer = setTimeout(
      () => store.setState(({ notices }) => ({ notices: { ...notices, remark: undefined } })),
      remarkMs,
    );
    return () => clearTimeout(timer);
  }, [remark, store]);

  return (
    <>
      {!connected && <Notice shape="banner" {...messages.failures['host-gone']({})} />}
      {safeMode && !toldSafe && (
        <Notice
          shape="banner"
          {...messages.safeMode}
          dismiss={{ label: messages.dismiss, run: () => setToldSafe(true) }}
        />
      )}
      {warnings.map((warning) => (
        <Notice
          key={warning.code}
          shape="banner"
          {...explain(messages, warning)}
          dismiss={{
            label: messages.dismiss,
            run: () => store.setState(({ notices }) => ({ notices: warningDismissed(notices, warning) })),
          }}
        />
      ))}
      {remark && <Notice shape="remark" {...explain(messages, remark)} />}
    </>
  );
}
