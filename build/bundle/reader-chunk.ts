/**
 * One file with all of the reader that the first screen waits for. Left alone, the bundler puts what panels share with it into a
 * dozen small files, each a request before the first text and compressed by itself.
 */
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './paths.ts';

export interface ReaderChunk {
  /** Finds the modules once all are known. */
  readonly plugin: Plugin;
  /** Name of the chunk a module goes into; undefined where the bundler decides. */
  readonly nameOf: (moduleId: string) => string | undefined;
}

export const readerChunkName = 'main';

/** The bundler's own few helpers, for modules of other formats. */
const bundlerRuntime = '\0rolldown/runtime.js';

export function readerChunk(): ReaderChunk {
  const page = join(root, 'renderer');
  let modules: ReadonlySet<string> = new Set();
  return {
    plugin: {
      name: 'reader-chunk',
      buildEnd() {
        const importedBy = (id: string): readonly string[] => this.getModuleInfo(id)?.importedIds ?? [];
        const after = (path: string): Set<string> => withImports(join(page, path), importedBy);
        // What every dictionary needs: one of them is there before the first text.
        const english = after('i18n/en.ts');
        const words = [...after('i18n/zh.ts')].filter((id) => english.has(id));
        // The first script goes before: it does not wait for the reader.
        const first = after('app/entry.ts');
        modules = new Set([bundlerRuntime, ...after('app/main.tsx'), ...words].filter((id) => !first.has(id)));
      },
    },
    nameOf: (moduleId) => (modules.has(moduleId) ? readerChunkName : undefined),
  };
}

/** A module with all that it loads before it runs. */
function withImports(entry: string, importedBy: (id: string) => readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    importedBy(id).forEach(visit);
  };
  visit(entry);
  return found;
}
