import type { Failure } from '../../../core/contract/result.ts';
import { useMessages, useUiLanguage } from '../../i18n/messages-context.ts';
import { explain, languageName } from '../../i18n/ui-language.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './TranslationFailure.module.css';

export interface TranslationFailureProps {
  readonly lang: string;
  readonly failure: Failure;
  readonly onRetry: () => void;
}

/** Says that the translation could not be read. It stays in sight while the text, which is there, is read on. */
export function TranslationFailure({ lang, failure, onRetry }: TranslationFailureProps) {
  const messages = useMessages();
  const uiLanguage = useUiLanguage();
  const { what, wayOut } = explain(messages, failure);
  return (
    <section className={styles.failure} role="alert">
      <p>
        <strong>{messages.reading.cannotTranslate(languageName(lang, uiLanguage))}</strong> {what} {wayOut}
      </p>
      <Button onClick={onRetry}>{messages.tryAgain}</Button>
    </section>
  );
}
