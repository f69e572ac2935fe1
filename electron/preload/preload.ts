/** Gives the page `window.recto`: the contract, one function a channel, and nothing else of Electron. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { EventPayload, HostApi } from '../../core/contract/channels.ts';
import { channelNames, eventNames, type ChannelName, type EventName } from '../../core/contract/names.ts';

type Calls = Pick<HostApi, ChannelName>;

const calls = Object.fromEntries(
  channelNames.map((name) => [name, (request: unknown): Promise<unknown> => ipcRenderer.invoke(name, request)]),
) as Calls;

function on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  if (!eventNames.includes(name)) throw new TypeError(`There is no event ${name}.`);
  // The page gets the payload alone: with Electron's event it would hold ipcRenderer.
  const forward = (_event: IpcRendererEvent, payload: EventPayload<N>): void => {
    listener(payload);
  };
  ipcRenderer.on(name, forward);
  // A function is another one on each side of the bridge, so "off" cannot go by identity.
  return () => {
    ipcRenderer.removeListener(name, forward);
  };
}

const api: HostApi = { ...calls, on };

contextBridge.exposeInMainWorld('recto', api);
