const gapPx = 6;

/** Puts a card below (the first line of) what it belongs to, or above it where there is no room; inside the window. */
export function placeBeside(card: HTMLElement, anchor: HTMLElement): void {
  const [line = anchor.getBoundingClientRect()] = anchor.getClientRects();
  const { width, height } = card.getBoundingClientRect();
  const below = line.bottom + gapPx;
  const top = below + height <= window.innerHeight ? below : line.top - gapPx - height;
  card.style.left = `${Math.max(gapPx, Math.min(line.left, window.innerWidth - width - gapPx))}px`;
  card.style.top = `${Math.max(gapPx, top)}px`;
}
