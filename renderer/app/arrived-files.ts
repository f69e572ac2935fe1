/** Files that the system hands over: marks are looked at before anything is taken, a book is compiled and opened. */
import type { ArrivedFile, HostApi } from '../../core/contract/channels.ts';
import type { AppStore } from '../state/app-state.ts';

/** Shows each file that has arrived, now and later. */
export function followArrivedFiles(
  host: Pick<HostApi, 'on' | 'arrivals:list' | 'arrivals:read'>,
  store: AppStore,
): void {
  async function show({ id, name, kind }: ArrivedFile): Promise<void> {
    if (kind === 'book') {
      store.setState(({ panels }) => ({
        panels: { ...panels, arrivedBook: { id, name }, shelfOpen: true, drawerOpen: false },
      }));
      return;
    }
    const read = await host['arrivals:read']({ id });
    if (read.ok) {
      store.setState(({ panels }) => ({
        panels: { ...panels, arrivedMarks: { name, text: read.value.text }, drawerOpen: false, shelfOpen: false },
      }));
    } else store.setState(({ notices }) => ({ notices: { ...notices, remark: read.error } }));
  }

  async function take(): Promise<void> {
    const listed = await host['arrivals:list']({});
    // One panel at a time: of several files the last one is shown, as its window is the one on top.
    for (const file of listed.ok ? listed.value.files : []) await show(file);
  }

  host.on('file:arrived', () => void take());
  void take();
}
