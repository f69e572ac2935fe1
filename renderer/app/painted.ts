/** Resolves when what was drawn before the call is on the screen: what comes next may hold up the page or its host. */
export function painted(page: Window): Promise<void> {
  return new Promise((resolve) => {
    page.requestAnimationFrame(() => page.setTimeout(resolve));
  });
}
