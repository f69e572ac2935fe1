/** The services behind the contract, put together for a host. They know nothing about either host. */
import type { Handlers, Response } from '../../core/contract/channels.ts';
import { failure, type Result } from '../../core/contract/result.ts';

export interface ServicesOptions {
  /** Folder of the compiled book. */
  readonly bookFolder: string;
  /** Folder for what the reader writes; made where it is missing. */
  readonly dataFolder: string;
  readonly version: string;
  readonly host: 'electron' | 'browser';
  /**
   * Asks the reader and opens an address that has been checked and normalised. `ask` where the host has no dialog of
   * its own.
   */
  readonly openLink: (address: string) => Promise<Response<'link:open'>['outcome']>;
}

export interface Services {
  readonly handlers: Handlers;
  /** A picture of a book as a file that has been checked. Fails with not-found, book-missing, book-damaged. */
  readonly asset: (bookId: string, name: string) => Promise<Result<{ path: string; contentType: string }>>;
  /** Closes the store. What was acknowledged is on disk already; nothing is written here that could be lost. */
  readonly close: () => void;
}

/**
 * Opens book and store. Never throws for what a user's disk may hold: a book that cannot be read is what `app:start`
 * fails with (book-missing, book-damaged), a store that cannot be used is one of its warnings, and reading goes on.
 */
export function openServices(options: ServicesOptions): Promise<Services> {
  const unread = failure('book-missing', { folder: options.bookFolder, what: 'not opened' });
  const answer = () => Promise.resolve(unread);
  return Promise.resolve({
    handlers: {
      'app:start': answer,
      'book:read': answer,
      'position:save': answer,
      'settings:save': answer,
      'link:open': answer,
    },
    asset: answer,
    close: () => undefined,
  });
}
