/** The themes there are, by their names on the page (`data-theme`). */
export const themes = ['light', 'sepia', 'dark', 'contrast-light', 'contrast-dark'] as const;
export type Theme = (typeof themes)[number];

/** What of the system's own preferences decides about a theme that follows the system. */
export interface SystemLook {
  readonly dark: boolean;
  /** More contrast is asked for. */
  readonly contrast: boolean;
}

/** The theme to show: the one that is set, or the one that suits the system. */
export function resolveTheme(set: Theme | 'system', system: SystemLook): Theme {
  if (set !== 'system') return set;
  if (system.contrast) return system.dark ? 'contrast-dark' : 'contrast-light';
  return system.dark ? 'dark' : 'light';
}

/** Whether a theme is dark: so have menus, dialogs and scroll bars to be. */
export function isDarkTheme(theme: Theme): boolean {
  return theme === 'dark' || theme === 'contrast-dark';
}
