import { FootnoteCard } from '../features/footnotes/FootnoteCard.tsx';
import type { Services } from './services.ts';

export interface FootnotePaneProps {
  readonly services: Services;
  readonly mark: HTMLAnchorElement;
  readonly onClose: () => void;
}

/** The note of a mark in the text. */
export function FootnotePane({ services, mark, onClose }: FootnotePaneProps) {
  const { reader, openLink } = services;
  return (
    <FootnoteCard
      mark={mark}
      onFollow={(href) => (href.startsWith('#') ? reader.follow(href) : void openLink(href))}
      onClose={onClose}
    />
  );
}
