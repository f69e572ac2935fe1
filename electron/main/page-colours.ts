/** Background of the page in renderer/styles/tokens.css (`--paper`, `--night`): the window has it before the page. */
export const pageColours = { light: '#fcfbf8', dark: '#191816' } as const;
