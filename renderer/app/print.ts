/** While the page is printed it has the light theme: its drawings and code have colours of their own for dark ground. */
export function printOnPaper(page: Window): void {
  const { dataset } = page.document.documentElement;
  let theme: string | undefined;
  page.addEventListener('beforeprint', () => {
    theme = dataset.theme;
    dataset.theme = 'light';
  });
  page.addEventListener('afterprint', () => {
    if (theme !== undefined) dataset.theme = theme;
  });
}
