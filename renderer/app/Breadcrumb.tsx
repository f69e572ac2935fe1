import { localized, pathToChapter } from '../../core/book/contents.ts';
import { headingPath } from '../../core/book/heading-path.ts';
import { useMessages } from '../i18n/messages-context.ts';
import { shownChapterId, type ReadingState } from '../state/reading.ts';
import styles from './Breadcrumb.module.css';
import { formatRoute, type Route } from './route.ts';

export interface BreadcrumbProps {
  readonly reading: ReadingState;
  readonly onOpen: (route: Route) => void;
}

interface Crumb {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  /** Undefined for a part, which has no text of its own. */
  readonly route: Route | undefined;
}

/** Where one is: part, chapter and the headings above the reading line, each a way back to it. */
export function Breadcrumb({ reading, onOpen }: BreadcrumbProps) {
  const messages = useMessages();
  const crumbs = crumbsOf(reading);
  return (
    <nav className={styles.where} aria-label={messages.reading.whereYouAre}>
      <ol>
        {crumbs.map(({ id, title, lang, route }, index) => (
          <li key={id} lang={lang} title={title}>
            {route ? (
              <a
                href={formatRoute(route)}
                aria-current={index === crumbs.length - 1 ? 'location' : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  onOpen(route);
                }}
              >
                {title}
              </a>
            ) : (
              title
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function crumbsOf({ manifest, lang, shown, sectionId }: ReadingState): Crumb[] {
  const chapterId = shownChapterId(shown);
  const entries = pathToChapter(manifest.contents, chapterId);
  const chapter = entries.at(-1);
  const chapterLang = shown.kind === 'chapter' ? shown.chapter.lang : lang;
  const headings = chapter?.kind === 'chapter' ? (chapter.headings[chapterLang] ?? []) : [];
  return [
    ...entries.map((entry) => ({
      id: entry.id,
      title: localized(entry.title, lang, manifest.languages),
      lang,
      route: entry.kind === 'chapter' ? { chapterId: entry.id } : undefined,
    })),
    ...headingPath(headings, sectionId ?? '').map((heading) => ({
      id: `${chapterId}/${heading.id}`,
      title: heading.title,
      lang: chapterLang,
      route: { chapterId, targetId: heading.id },
    })),
  ];
}
