/** An EPUB of an opened book. */
import { readFile } from 'node:fs/promises';
import { readImageInfo, type ImageType } from '../../../build/compile/image-type.ts';
import { flattenChapters } from '../../../core/book/contents.ts';
import type { Chapter } from '../../../core/book/model.ts';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { success, type Result } from '../../../core/contract/result.ts';
import { buildEpub, picturesIn, type EpubPicture } from '../../../core/epub/build.ts';
import type { PaperMarks } from '../../../core/paper/choice.ts';
import type { Book } from '../library/book.ts';

export interface EpubWish {
  /** One or two languages of the book, the main one first. */
  readonly langs: readonly [string, string?];
  readonly marks: PaperMarks;
  /** The reader's marks, where they are wanted. */
  readonly notes: readonly PlacedMark[];
}

/** What every reading system of EPUB 3.3 shows; AVIF is not among it. */
const mediaTypes: Partial<Record<ImageType, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** The bytes of the EPUB. Fails with what a chapter fails with (book-damaged). */
export async function makeEpub(book: Book, { langs, marks, notes }: EpubWish): Promise<Result<Uint8Array>> {
  const chapters = new Map<string, readonly [Chapter, Chapter?]>();
  const pictures = new Map<string, EpubPicture>();
  for (const { id, languages } of flattenChapters(book.manifest.contents)) {
    const wanted = langs.filter((lang) => lang !== undefined && languages.includes(lang));
    const read: Chapter[] = [];
    // A chapter that has none of them is there all the same, in the language it has.
    for (const lang of wanted.length === 0 ? languages.slice(0, 1) : wanted) {
      const chapter = await book.chapter(id, lang ?? '');
      if (!chapter.ok) return chapter;
      read.push(chapter.value);
      for (const name of picturesIn(chapter.value)) {
        const picture = pictures.has(name) ? undefined : await pictureOf(book, name);
        if (picture) pictures.set(name, picture);
      }
    }
    const [main, translation] = read;
    if (main) chapters.set(id, translation ? [main, translation] : [main]);
  }
  return success(buildEpub({ manifest: book.manifest, langs, chapters, pictures, marks, notes }));
}

/** Undefined for one that cannot be read, or that not every reading system shows: its description stands in its place. */
async function pictureOf(book: Book, name: string): Promise<EpubPicture | undefined> {
  const file = await book.file('assets', name);
  if (!file.ok) return undefined;
  const bytes = await readFile(file.value.path);
  // By its bytes: names lie.
  const type = readImageInfo(bytes)?.type;
  const mediaType = type && mediaTypes[type];
  return mediaType === undefined ? undefined : { bytes, mediaType };
}
