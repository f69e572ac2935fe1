import { useLayoutEffect, useState, type ComponentType } from 'react';
import { lazily } from './lazily.ts';
import { mendStyleSheets } from './missing-part.ts';
import type { Services } from './services.ts';

interface PaneProps {
  readonly services: Services;
  /** Takes what opened the pane back. */
  readonly onClose?: () => void;
}

export interface LazyPane<P> {
  (props: P): React.JSX.Element | undefined;
  /** Fetches it before it is wanted. */
  readonly fetchAhead: () => void;
}

const retryMs = 3000;
const triesUnspoken = 4;

/**
 * A part of the page that is fetched when it is first wanted. Where it cannot be, the host being gone or a file damaged, the
 * reader is told so and the rest of the page stays: there may be an unfinished note on it. What was to be opened is closed
 * again, by `onClose` or else by `close`, so that opening it once more tries once more; what is always there tries by itself,
 * and is not spoken of until it has tried some times.
 */
export function lazyPane<P extends PaneProps>(
  load: () => Promise<ComponentType<P>>,
  close?: (services: Services) => void,
): LazyPane<P> {
  let loaded: ComponentType<P> | undefined;
  const fetchPart = lazily(async () => {
    await mendStyleSheets();
    return (loaded = await load());
  });

  function Pane(props: P) {
    const { services, onClose } = props;
    const [Part, setPart] = useState(() => loaded);
    const [tries, setTries] = useState(1);

    // At once, not after the next painting.
    useLayoutEffect(() => {
      if (Part !== undefined) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isWanted = true;
      fetchPart().then(
        (part) => isWanted && setPart(() => part),
        (error: unknown) => {
          if (!isWanted) return;
          const closes = onClose !== undefined || close !== undefined;
          if (closes || tries === triesUnspoken) services.sayFailure(error);
          onClose?.();
          close?.(services);
          if (!closes) timer = setTimeout(() => setTries(tries + 1), retryMs);
        },
      );
      return () => {
        isWanted = false;
        clearTimeout(timer);
      };
    }, [Part, tries, services, onClose]);

    return Part && <Part {...props} />;
  }
  // What does not come now is asked for when it is wanted.
  return Object.assign(Pane, { fetchAhead: () => void fetchPart().catch(() => undefined) });
}
