import { createRoot } from 'react-dom/client';
import type { Response } from '../../core/contract/channels.ts';
import type { Platform } from '../platform/platform.ts';
import { createAppStore } from '../state/app-state.ts';
import { StoreContext } from '../state/store-context.ts';
import { App } from './App.tsx';
import { adoptBook } from './open-book.ts';
import { createServices } from './services.ts';
import { showStartFailure } from './start-failure.ts';

/** Puts the reader on the page and connects it with its host. */
export function mount(root: HTMLElement, platform: Platform, start: Response<'app:start'>): void {
  adoptBook(window, start.manifest.id);
  const store = createAppStore(start);
  const services = createServices(window, platform, store);
  const reactRoot = createRoot(root, {
    // A mistake of ours while drawing: say so instead of leaving an empty page.
    onUncaughtError(error) {
      console.error(error);
      reactRoot.unmount();
      void showStartFailure(window, root, { code: 'internal', details: { what: String(error) } });
    },
  });
  reactRoot.render(
    <StoreContext value={store}>
      <App services={services} />
    </StoreContext>,
  );
  services.begin();
}
