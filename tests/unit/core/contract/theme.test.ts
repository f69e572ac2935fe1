import { describe, expect, it } from 'vitest';
import { resolveTheme } from '../../../../core/contract/theme.ts';

describe('the theme on the screen', () => {
  it.each([
    [false, false, 'light'],
    [true, false, 'dark'],
    [false, true, 'contrast-light'],
    [true, true, 'contrast-dark'],
  ] as const)('follows a system that is dark: %s, and asks for contrast: %s', (dark, contrast, theme) => {
    expect(resolveTheme('system', { dark, contrast })).toBe(theme);
  });

  it('is the one that is set, whatever the system prefers', () => {
    expect(resolveTheme('sepia', { dark: true, contrast: true })).toBe('sepia');
  });
});
