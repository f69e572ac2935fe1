/** The only place where messages pass between the page and this process. */
import { ipcMain, type WebContents } from 'electron';
import type { EventPayload, Handlers } from '../../core/contract/channels.ts';
import { channelNames, type ChannelName, type EventName } from '../../core/contract/names.ts';
import { failure } from '../../core/contract/result.ts';
import { dispatch } from '../services/dispatch.ts';
import { isOwnSender } from './own-page.ts';

/**
 * Answers every channel of the contract, for the page in the window that `readerContents` gives at the time of the
 * call. Anyone else gets the failure `refused`, whatever was asked.
 */
export function answerChannels(handlers: Handlers, readerContents: () => WebContents | undefined): void {
  for (const name of channelNames) register(name, handlers, readerContents);
}

function register(name: ChannelName, handlers: Handlers, readerContents: () => WebContents | undefined): void {
  ipcMain.handle(name, (event, request: unknown) =>
    isOwnSender(event, readerContents()) ? dispatch(handlers, name, request) : failure('refused'),
  );
}

/** Sends an event of the contract to a page. One that is still loading has no listener yet and misses it. */
export function emit<N extends EventName>(contents: WebContents, name: N, payload: EventPayload<N>): void {
  if (!contents.isLoadingMainFrame()) contents.send(name, payload);
}
