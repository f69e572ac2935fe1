/** Spans of days that end today, by the reader's own calendar. */

export const daySpans = ['today', 'week', 'month'] as const;
export type DaySpan = (typeof daySpans)[number];

const daysOf: Readonly<Record<DaySpan, number>> = { today: 1, week: 7, month: 30 };

/** When a span begins, as milliseconds since 1970: midnight of its first day. A week is the last seven days, a month thirty. */
export function startOfSpan(span: DaySpan, now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1 - daysOf[span]).getTime();
}

/** The first or the last millisecond of a day written `2026-11-27`; undefined for any other text. */
export function edgeOfDay(text: string, edge: 'first' | 'last'): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (day === undefined) return undefined;
  const at = (plus: number): number => new Date(Number(year), Number(month) - 1, Number(day) + plus).getTime();
  return edge === 'first' ? at(0) : at(1) - 1;
}
