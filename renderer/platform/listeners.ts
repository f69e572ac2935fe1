import type { EventPayload, HostApi } from '../../core/contract/channels.ts';
import type { EventName } from '../../core/contract/names.ts';

export interface Listeners {
  readonly on: HostApi['on'];
  readonly dispatch: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
}

/** Who listens to which event of the host. */
export function createListeners(): Listeners {
  const byName: { readonly [N in EventName]: Set<(payload: EventPayload<N>) => void> } = {
    'command:chosen': new Set(),
    'link:arrived': new Set(),
    'file:arrived': new Set(),
    'marks:changed': new Set(),
    'marks:outdated': new Set(),
    'notes:written': new Set(),
    'shelf:progressed': new Set(),
    'shelf:changed': new Set(),
    'settings:changed': new Set(),
    'window:changed': new Set(),
  };
  return {
    on(name, listener) {
      byName[name].add(listener);
      return () => byName[name].delete(listener);
    },
    dispatch(name, payload) {
      for (const listener of byName[name]) listener(payload);
    },
  };
}
