/** The only place where messages pass between the page and this process. */
import { ipcMain, type WebContents } from 'electron';
import type { EventPayload, Handlers } from '../../core/contract/channels.ts';
import { channelNames, type ChannelName, type EventName } from '../../core/contract/names.ts';
import { failure } from '../../core/contract/result.ts';
import { dispatch } from '../services/dispatch.ts';
import { isOwnSender } from './own-page.ts';
import { answering, hasPage, isReader, readerWindows } from './windows.ts';

/**
 * Answers every channel of the contract, for the pages of the reader's windows as they are at the time of the call. Anyone
 * else gets the failure `refused`, whatever was asked.
 */
export function answerChannels(handlers: Handlers): void {
  for (const name of channelNames) register(name, handlers);
}

function register(name: ChannelName, handlers: Handlers): void {
  ipcMain.handle(name, (event, request: unknown) =>
    isOwnSender(event, isReader)
      ? answering(event.sender, () => dispatch(handlers, name, request))
      : failure('refused'),
  );
}

/** Sends an event to the pages of all windows. */
export function emitToAll<N extends EventName>(name: N, payload: EventPayload<N>): void {
  for (const { webContents } of readerWindows()) emit(webContents, name, payload);
}

/** Sends an event of the contract to a page. One that is still being loaded misses it. */
export function emit<N extends EventName>(contents: WebContents, name: N, payload: EventPayload<N>): void {
  if (hasPage(contents)) contents.send(name, payload);
}
