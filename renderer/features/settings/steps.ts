/** The sizes of text and of code that are offered, in per cent. */
export const textSizes = [80, 90, 100, 110, 120, 135, 150, 175, 200, 250, 300] as const;
export const codeSizes = [80, 90, 100, 110, 120, 135, 150] as const;
/** Tenths added to a language's line height. */
export const lineSpacings = [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6] as const;

/** The next of `steps` (ascending) above or below `value`, which need not be one of them; undefined at the end. */
export function step(steps: readonly number[], value: number, direction: 'up' | 'down'): number | undefined {
  return direction === 'up' ? steps.find((one) => one > value) : steps.findLast((one) => one < value);
}

/** The line height that `spacing` gives a text: tokens.css has the same sum. */
export function lineHeight(lang: string, spacing: number): number {
  return (lang.startsWith('zh') ? 1.75 : 1.6) + spacing / 10;
}
