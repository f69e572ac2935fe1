import { useMessages, useUiLanguage } from '../../i18n/messages-context.ts';
import { languageName } from '../../i18n/ui-language.ts';
import { BookBlock, type BookBlockProps } from './BookBlock.tsx';
import type { Pair } from '../../../core/book/pair-blocks.ts';

export interface BlockPairProps extends Pick<BookBlockProps, 'bookId' | 'state' | 'marked'> {
  readonly pair: Pair;
  /** Languages of the text and of its translation; undefined while one language is shown. */
  readonly langs: Langs | undefined;
}

export interface Langs {
  readonly main: string;
  readonly translation: string;
}

/**
 * A block and, where two languages are shown, its translation behind it: so they are read aloud, and so a narrow window
 * shows them. The style sheet (bilingual.css) puts them beside each other.
 */
export function BlockPair({ pair, langs, ...shown }: BlockPairProps) {
  const { main, translation, shape } = pair;
  if (!langs) return main && <BookBlock block={main} {...shown} />;
  return (
    <>
      {main ? (
        <BookBlock block={main} {...shown} lang={langs.main} side="main" shape={shape} />
      ) : (
        <Lacking lang={langs.main} side="main" />
      )}
      {translation && shape !== 'once' && (
        <BookBlock
          block={translation}
          {...shown}
          lang={langs.translation}
          side="translation"
          shape={shape}
          lone={!main}
        />
      )}
      {!translation && <Lacking lang={langs.translation} side="translation" />}
    </>
  );
}

/** Stands in the place of a text that the book does not have. */
function Lacking({ lang, side }: { readonly lang: string; readonly side: 'main' | 'translation' }) {
  const messages = useMessages();
  const uiLanguage = useUiLanguage();
  return (
    <p className="lacking" data-side={side} lang={uiLanguage}>
      <span>{messages.reading.lacking(languageName(lang, uiLanguage))}</span>
    </p>
  );
}
