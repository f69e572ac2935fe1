import type { Theme } from '../../core/contract/theme.ts';

/** Background of the page in each theme (`--canvas` in renderer/styles/tokens.css): the window has it before the page. */
export const pageColours: Readonly<Record<Theme, string>> = {
  light: '#fcfbf8',
  sepia: '#f5edda',
  dark: '#191816',
  'contrast-light': '#ffffff',
  'contrast-dark': '#000000',
};
