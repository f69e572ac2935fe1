/** What the first script says when nothing else of the page can be had, not even a dictionary: both languages travel with it. */
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { Explanation } from './messages/failures.ts';

export interface StartMessages {
  readonly title: string;
  readonly tryAgain: string;
  /** A file of the page itself does not load. */
  readonly pageDamaged: Explanation;
}

export const startMessages: Readonly<Record<UiLanguage, StartMessages>> = {
  zh: {
    title: 'Recto没能启动',
    tryAgain: '再试一次',
    pageDamaged: {
      what: '阅读器自身的页面文件缺失或损坏。',
      wayOut: '请重新安装Recto。您的书签和笔记另外保存，不受影响。',
    },
  },
  en: {
    title: 'Recto could not start',
    tryAgain: 'Try again',
    pageDamaged: {
      what: 'A file of the reader itself is missing or damaged.',
      wayOut: 'Please install Recto again. Your bookmarks and notes are kept elsewhere and are not affected.',
    },
  },
};
