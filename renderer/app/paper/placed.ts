/** Whether a document for paper stands on the page: until it is taken away, the page prints that and nothing else. */
export function isPaperPlaced({ documentElement }: Document): boolean {
  return documentElement.dataset.paper !== undefined;
}
