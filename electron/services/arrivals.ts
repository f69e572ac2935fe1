/** Files that the system hands over, a double click on one of them: kept by ids, so that a page never has a path. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { ArrivedFile, Handlers } from '../../core/contract/channels.ts';
import { failure, success } from '../../core/contract/result.ts';
import { decodeText, readBytes } from './exchange/read-file.ts';
import { isSystemError } from './store/sqlite.ts';

export interface Arrivals {
  /** Takes a file in, whatever it is, for the next page that asks. @param path absolute */
  readonly add: (path: string) => ArrivedFile;
  /** The path of a file, once. */
  readonly takePath: (id: string) => string | undefined;
  readonly handlers: Pick<Handlers, 'arrivals:list' | 'arrivals:read'>;
}

/** As much text as `marks:import` takes. */
const mostTextBytes = 40_000_000;

/** More than anyone opens at a time; what is older was never asked for. */
const mostWaiting = 20;

export function createArrivals(): Arrivals {
  const paths = new Map<string, string>();
  let waiting: readonly ArrivedFile[] = [];

  function takePath(id: string): string | undefined {
    const path = paths.get(id);
    paths.delete(id);
    return path;
  }

  return {
    add(path) {
      const kind = /\.zip$/i.test(path) ? 'book' : 'marks';
      const file: ArrivedFile = { id: randomUUID(), name: basename(path), kind };
      paths.set(file.id, path);
      waiting = [...waiting, file];
      for (const { id } of waiting.slice(0, -mostWaiting)) paths.delete(id);
      waiting = waiting.slice(-mostWaiting);
      return file;
    },
    takePath,
    handlers: {
      'arrivals:list': () => {
        const files = waiting;
        waiting = [];
        return Promise.resolve(success({ files }));
      },
      'arrivals:read': async ({ id }) => {
        const path = takePath(id);
        if (path === undefined) return failure('not-found', { what: id });
        const file = basename(path);
        try {
          const bytes = await readBytes(path, mostTextBytes);
          const text = bytes.ok ? decodeText(bytes.value) : bytes;
          return text.ok ? success({ text: text.value }) : failure('file-not-read', { file, what: text.problem.what });
        } catch (error) {
          if (!isSystemError(error)) throw error;
          return failure('file-not-read', { file, what: error.message });
        }
      },
    },
  };
}
