import { lazy, useEffect, type ComponentType, type LazyExoticComponent } from 'react';
import type { Services } from './services.ts';

/**
 * A part of the page that is fetched when it is first wanted. Where it cannot be, the host being gone or a file damaged, a
 * remark says so and the rest of the page stays: there may be an unfinished note on it.
 */
export function lazyPane<P extends { readonly services: Services }>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch (error) {
      return { default: missingPane(String(error)) };
    }
  });
}

function missingPane(what: string): (props: { readonly services: Services }) => null {
  return function MissingPane({ services }) {
    useEffect(() => {
      const remark = { code: 'internal' as const, details: { what } };
      services.store.setState(({ notices }) => ({ notices: { ...notices, remark } }));
    }, [services]);
    return null;
  };
}
