import { useCallback, useEffect, useState } from 'react';
import type { Failure, FailureCode } from '../../core/contract/result.ts';
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
const hostGone: Failure = { code: 'host-gone', details: {} };
/** What becomes of a wish when the host is not there. */
const ofHost: ReadonlySet<FailureCode> = new Set<FailureCode>(['host-gone', 'part-missing']);

/**
 * What the reader has to know, in calm banners above the text. A remark on the last action stands at the window's foot, and
 * so does that the host is gone, which may happen far down in a chapter.
 */
export function Notices({ services: { store } }: NoticesProps) {
  const messages = useMessages();
  const { warnings, remark, connected } = useAppState((state) => state.notices);
  const [toldGone, setToldGone] = useState(false);
  const saidInPlace = useAppState(
    ({ reading: { shown } }) => shown.kind === 'failure' && shown.failure.code === 'host-gone',
  );

  const safeMode = useAppState((state) => state.program.safeMode);
  const [toldSafe, setToldSafe] = useState(false);

  if (connected && toldGone) setToldGone(false);

  // What fails for want of the host is one failure, said once, and in the place of the chapter where that is what is wanting.
  const isOfHost = remark !== undefined && 'code' in remark && (!connected || saidInPlace) && ofHost.has(remark.code);
  const isUnsaid = !connected && !saidInPlace && (!toldGone || isOfHost);
  const remarked = remark && !isOfHost ? remark : isUnsaid ? hostGone : undefined;
  const forget = useCallback(
    () => store.setState(({ notices }) => ({ notices: { ...notices, remark: undefined } })),
    [store],
  );
  const dismissGone = (): void => {
    setToldGone(true);
    forget();
  };

  useEffect(() => {
    if (!remark || 'stays' in remark) return;
    const timer = setTimeout(forget, remarkMs);
    return () => clearTimeout(timer);
  }, [remark, forget]);

  return (
    <>
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
      {remarked && (
        <Notice
          {...('code' in remarked
            ? { shape: 'remark', ...explain(messages, remarked) }
            : { shape: 'news', ...remarked })}
          {...(remarked === hostGone ? { dismiss: { label: messages.dismiss, run: dismissGone } } : {})}
        />
      )}
    </>
  );
}
