/** Call-outs: quotes whose first line is `[!NOTE]` and the like. */

export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution', 'since'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

/** `[!2026]` says what changed since the original was published. */
const kindsByMark: Readonly<Record<string, CalloutKind>> = {
  __proto__: null as never,
  NOTE: 'note',
  TIP: 'tip',
  IMPORTANT: 'important',
  WARNING: 'warning',
  CAUTION: 'caution',
  '2026': 'since',
};

export interface CalloutMark {
  /** What stands between `[!` and `]`. */
  readonly mark: string;
  /** Undefined where the mark is not one we know. */
  readonly kind: CalloutKind | undefined;
  /** The Markdown below the mark. */
  readonly rest: string;
}

/** Reads the mark at the start of a quote's text; undefined for an ordinary quote. */
export function readCalloutMark(quoteText: string): CalloutMark | undefined {
  const match = /^\s*\[!([A-Za-z0-9]+)\][ \t]*(?:\n|$)/.exec(quoteText);
  const mark = match?.[1];
  if (match === null || mark === undefined) return undefined;
  return { mark, kind: kindsByMark[mark.toUpperCase()], rest: quoteText.slice(match[0].length) };
}

const labels: Readonly<Record<'zh' | 'en', Readonly<Record<CalloutKind, string>>>> = {
  zh: { note: '说明', tip: '提示', important: '重要', warning: '警告', caution: '小心', since: '2026 补记' },
  en: {
    note: 'Note',
    tip: 'Tip',
    important: 'Important',
    warning: 'Warning',
    caution: 'Caution',
    since: '2026 update',
  },
};

/** The name of a kind of call-out in a chapter's language (Chinese, else English). */
export function calloutLabel(kind: CalloutKind, lang: string): string {
  return labels[lang.startsWith('zh') ? 'zh' : 'en'][kind];
}
