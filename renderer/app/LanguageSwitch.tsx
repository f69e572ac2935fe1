import { useMessages, useUiLanguage } from '../i18n/messages-context.ts';
import { languageName } from '../i18n/ui-language.ts';
import styles from './TopBar.module.css';

export interface LanguageSwitchProps {
  readonly languages: readonly string[];
  readonly lang: string;
  readonly onChoose: (lang: string) => void;
}

/** The languages of the book, side by side; the pressed one is on the page. */
export function LanguageSwitch({ languages, lang, onChoose }: LanguageSwitchProps) {
  const messages = useMessages();
  const uiLanguage = useUiLanguage();
  if (languages.length < 2) return null;
  return (
    <div className={styles.languages} role="group" aria-label={messages.reading.textLanguage}>
      {languages.map((language) => {
        const label = messages.reading.readIn(languageName(language, uiLanguage));
        return (
          <button
            key={language}
            type="button"
            aria-pressed={language === lang}
            title={label}
            onClick={() => {
              if (language !== lang) onChoose(language);
            }}
          >
            <span lang={language}>{shortName(language)}</span>
            <span className="visually-hidden">{label}</span>
          </button>
        );
      })}
    </div>
  );
}

function shortName(language: string): string {
  return language.startsWith('zh') ? '中' : language.toUpperCase();
}
