import { Component } from 'react';

export interface LetGoProps {
  /** What is on the page; with another one, what has the focus in it goes away. */
  readonly chapterId: string;
}

/**
 * Takes the focus from the text before a chapter is replaced. Chromium lays out the page when an element goes that has the focus,
 * and in the midst of a replacement that is work for nothing; before it, nothing is to be laid out. Only a class is told before
 * the page changes.
 */
export class LetGo extends Component<LetGoProps> {
  override getSnapshotBeforeUpdate(before: LetGoProps): null {
    const focused = document.activeElement;
    if (before.chapterId !== this.props.chapterId && focused instanceof HTMLElement && focused.closest('article')) {
      focused.blur();
    }
    return null;
  }

  // React wants it beside the method above.
  override componentDidUpdate = (): undefined => undefined;

  override render(): null {
    return null;
  }
}
