/** What the first screen shows of a book. */
import type { Response } from '../../core/contract/channels.ts';
import { translationLang } from '../../core/book/contents.ts';
import { failure, success, type Failure, type Result } from '../../core/contract/result.ts';
import type { Book } from './library/book.ts';
import { firstPlace, stillThere } from './library/first-chapter.ts';
import type { Store } from './store/store.ts';

type FirstScreen = Pick<Response<'app:start'>, 'chapter' | 'translation' | 'position' | 'warnings'>;

/**
 * The chapter where the reader was, else the book's first, in the language that suits `systemLanguages` best; with
 * `inTwoLanguages` its translation, too, so that both are there at once. That it cannot be read prevents nothing. Where the
 * reader's chapter is damaged the first is shown with a warning, because one bad file must not lock the whole book.
 * Fails with book-damaged, and book-missing for a book without chapters.
 */
export async function startReading(
  book: Book,
  store: Pick<Store, 'position'>,
  inTwoLanguages: boolean,
  systemLanguages: readonly string[],
): Promise<Result<FirstScreen>> {
  const { manifest } = book;
  const warnings: Failure[] = [];
  const position = stillThere(manifest, store.position(manifest.id), systemLanguages);
  if (position !== null) {
    const chapter = await book.chapter(position.chapterId, position.lang);
    if (chapter.ok) return success(await withTranslation({ chapter: chapter.value, position, warnings }));
    warnings.push(chapter.error);
  }
  const place = firstPlace(manifest, systemLanguages);
  if (place === undefined) return failure('book-missing', { folder: manifest.id, what: 'no chapters' });
  const chapter = await book.chapter(place.chapterId, place.lang);
  return chapter.ok ? success(await withTranslation({ chapter: chapter.value, position: null, warnings })) : chapter;

  async function withTranslation(screen: FirstScreen): Promise<FirstScreen> {
    const { id, lang } = screen.chapter;
    const other = inTwoLanguages ? translationLang(manifest.contents, id, lang) : undefined;
    return other === undefined ? screen : { ...screen, translation: await book.chapter(id, other) };
  }
}
