import { useCallback } from 'react';
import { LinkCard, type LinkPreview } from '../features/link-card/LinkCard.tsx';
import { previewOf } from './preview.ts';
import { parseRoute } from './route.ts';
import type { Services } from './services.ts';

export interface LinkCardPaneProps {
  readonly services: Services;
}

/** Where a link inside the book leads, shown beside it. Loaded after the first text. */
export function LinkCardPane({ services }: LinkCardPaneProps) {
  const { reader, store } = services;
  /** Undefined where it cannot be read. */
  const preview = useCallback(
    async (hash: string): Promise<LinkPreview | undefined> => {
      const route = parseRoute(hash);
      const chapter = route && (await reader.look(route.chapterId));
      return chapter?.ok ? previewOf(store.getState().reading.manifest, chapter.value, route?.targetId) : undefined;
    },
    [reader, store],
  );
  return <LinkCard preview={preview} />;
}
