import { LinkCard } from '../features/link-card/LinkCard.tsx';
import type { Services } from './services.ts';

export interface LinkCardPaneProps {
  readonly services: Services;
}

/** Where a link inside the book leads, shown beside it. Loaded after the first text. */
export function LinkCardPane({ services }: LinkCardPaneProps) {
  return <LinkCard preview={services.preview} />;
}
