/** Marks, loaded when they are first asked for: with them come their words, and all marks of the book. */
import type { Platform } from '../platform/platform.ts';
import type { Around } from './actions/around.ts';
import type { Desk } from './desk.ts';
import { lazily } from './lazily.ts';
import type { Marks } from './marks/marks.ts';

export function marksLoader(
  { page, host, store, reader, words, announce }: Around,
  onConnection: Platform['onConnection'],
  { saveFile }: Pick<Desk, 'saveFile'>,
): () => Promise<Marks> {
  return lazily(async () => {
    const [{ createMarks }, { markMessagesFor }] = await Promise.all([
      import('./marks/marks.ts'),
      import('../i18n/marks.ts'),
    ]);
    const marks = createMarks({
      page,
      host,
      store,
      reader,
      announce,
      words: () => markMessagesFor(words().language, store.getState().settings.colorMeanings),
      saveFile,
    });
    // What another window did while the connection was gone has not been told.
    onConnection((connected) => void (connected && marks.read()));
    await marks.read();
    return marks;
  });
}
