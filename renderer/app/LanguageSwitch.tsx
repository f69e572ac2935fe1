import type { Settings } from '../../core/contract/settings.ts';
import { useMessages, useUiLanguage } from '../i18n/messages-context.ts';
import { languageName } from '../i18n/ui-language.ts';
import styles from './TopBar.module.css';

export interface LanguageSwitchProps {
  readonly languages: readonly string[];
  /** The language the reader has chosen: of the text, where its translation is shown too. */
  readonly lang: string;
  readonly bilingual: Settings['bilingual'];
  /** Shows one language. */
  readonly onChoose: (lang: string) => void;
  /** Shows both, or the next way of showing them. */
  readonly onBoth: () => void;
  /** Keys that do the same as `onBoth`. */
  readonly keys: string | undefined;
}

/** The languages of the book, and both together; what is pressed is on the page. */
export function LanguageSwitch({ languages, lang, bilingual, onChoose, onBoth, keys }: LanguageSwitchProps) {
  const messages = useMessages();
  const uiLanguage = useUiLanguage();
  const other = languages.find((language) => language !== lang);
  if (other === undefined) return null;
  const tip = messages.commands.bilingualNext;
  return (
    <div className={styles.languages} role="group" aria-label={messages.reading.textLanguage}>
      {languages.map((language) => {
        const label = messages.reading.readIn(languageName(language, uiLanguage));
        const pressed = bilingual === 'off' && language === lang;
        return (
          <button
            key={language}
            type="button"
            aria-pressed={pressed}
            title={label}
            onClick={() => {
              if (!pressed) onChoose(language);
            }}
          >
            <span lang={language}>{shortName(language)}</span>
            <span className="visually-hidden">{label}</span>
          </button>
        );
      })}
      <button
        type="button"
        className={styles.together}
        aria-pressed={bilingual !== 'off'}
        title={keys === undefined ? tip : `${tip}  ${keys}`}
        onClick={onBoth}
      >
        <span className={styles.both} data-bilingual={bilingual} aria-hidden="true">
          <span lang={lang}>{shortName(lang)}</span>
          <span lang={other}>{shortName(other)}</span>
        </span>
        <span className="visually-hidden">{messages.reading.bothLanguages}</span>
      </button>
    </div>
  );
}

function shortName(language: string): string {
  return language.startsWith('zh') ? '中' : language.toUpperCase();
}
